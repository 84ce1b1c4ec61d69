package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers on disk what a server serves, a file for each server, for a few minutes: a kind that is
 * missing is asked for anyway, so all that can be stale is one that is gone. That the file cannot
 * be read or written only costs requests.
 */
public final class DiscoveryCache {

  /** As kubectl had it for long: short enough that nobody waits for an upgraded server to show. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Path file;
  private final String server;
  private final Clock clock;

  /**
   * The memory of a server.
   *
   * @param folder where the files are; made when something is written
   * @param server its address
   */
  public DiscoveryCache(Path folder, String server, Clock clock) {
    this.file = folder.resolve("discovery").resolve(fileName(server) + ".json");
    this.server = server;
    this.clock = clock;
  }

  private static String fileName(String server) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < server.length(); i++) {
      char c = server.charAt(i);
      boolean plain = c == '.' || c == '-' || Character.isLetterOrDigit(c);
      name.append(plain && c < 0x80 ? c : '_');
    }
    return name.toString();
  }

  ServedApis read() {
    try {
      Node node = JsonReader.read(new Source("", Files.readString(file)));
      return node instanceof MapNode map && isFresh(map) ? apis(map) : ServedApis.UNKNOWN;
    } catch (IOException | ChartException _) {
      return ServedApis.UNKNOWN;
    }
  }

  private boolean isFresh(MapNode map) {
    try {
      Instant time = Instant.parse(map.text("time").orElse(""));
      Instant now = clock.instant();
      return server.equals(map.text("server").orElse(""))
          && !time.isAfter(now)
          && now.isBefore(time.plus(FRESH));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static ServedApis apis(MapNode map) {
    Map<String, Map<String, ServedKind>> all = new LinkedHashMap<>();
    map.map("kinds")
        .entries()
        .forEach((apiVersion, kinds) -> {
          Map<String, ServedKind> served = new LinkedHashMap<>();
          if (kinds instanceof MapNode each) {
            each.keys().forEach(kind -> served.put(kind, kind(apiVersion, kind, each.map(kind))));
          }
          all.put(apiVersion, served);
        });
    return new ServedApis(map.text("version").orElse(""), all);
  }

  private static ServedKind kind(String apiVersion, String kind, MapNode content) {
    return new ServedKind(
        apiVersion,
        kind,
        content.text("plural").orElse(""),
        content.get("namespaced") instanceof BoolNode flag && flag.value());
  }

  void write(ServedApis apis) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    apis.kinds()
        .forEach((apiVersion, served) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          served.forEach((name, kind) ->
              each.put(name, Map.of("plural", kind.plural(), "namespaced", kind.namespaced())));
          kinds.put(apiVersion, each);
        });
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("server", server);
    content.put("time", clock.instant().toString());
    content.put("version", apis.version());
    content.put("kinds", kinds);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "part", ".json");
      Files.writeString(part, JsonWriter.write(Node.of(content)));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // asked for again next time
    }
  }
}
