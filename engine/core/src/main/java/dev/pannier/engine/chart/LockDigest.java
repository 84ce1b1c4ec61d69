package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The digest in Chart.lock: of what Chart.yaml asks for and what was found, as Go writes both in
 * JSON (Helm's HashReq in internal/resolver). It tells a lock file that is out of date.
 */
public final class LockDigest {

  private static final JsonStyle GO_STRUCTS = new JsonStyle(false, true, "");

  private LockDigest() {}

  /**
   * {@code sha256:…} of the dependencies as asked for and as found.
   *
   * @param asked with {@code @alias} repositories already replaced by their addresses
   */
  public static String of(List<Dependency> asked, List<ChartLock.Entry> found) {
    List<Node> requests = asked.stream().map(LockDigest::json).toList();
    List<Node> entries = found.stream().map(LockDigest::json).toList();
    Node pair = ListNode.of(List.of(ListNode.of(requests), ListNode.of(entries)));
    return "sha256:" + sha256(JsonWriter.write(pair, GO_STRUCTS));
  }

  /** A warning where Chart.lock does not belong to what Chart.yaml asks for. */
  public static Optional<Problem> outOfSync(Chart chart) {
    ChartMetadata metadata = chart.metadata();
    return chart
        .lock()
        .filter(lock -> !isCurrent(metadata, lock))
        .map(_ -> warning(metadata.raw()));
  }

  private static boolean isCurrent(ChartMetadata metadata, ChartLock lock) {
    List<Dependency> asked = metadata.dependencies();
    if (asked.isEmpty() && lock.dependencies().isEmpty()) {
      return true;
    }
    return asked.stream().anyMatch(each -> isAlias(each.repository()))
        || lock.digest().equals(of(asked, lock.dependencies()))
        || metadata.apiVersion().equals("v1") && lock.digest().equals(asHelm2(asked));
  }

  /** Helm 2 hashed what requirements.yaml asks for only (HashV2Req). */
  private static String asHelm2(List<Dependency> asked) {
    List<Node> requests = asked.stream().map(LockDigest::json).toList();
    Node file = MapNode.of(Map.of("dependencies", ListNode.of(requests)));
    return "sha256:" + sha256(JsonWriter.write(file, GO_STRUCTS));
  }

  /**
   * Which address an alias stands for is the user's own affair: such a digest cannot be checked.
   */
  private static boolean isAlias(String repository) {
    return repository.startsWith("@") || repository.startsWith("alias:");
  }

  private static Problem warning(MapNode chartYaml) {
    Location place =
        chartYaml.has("dependencies")
            ? chartYaml.keyOrigin("dependencies")
            : chartYaml.origin().source().whole();
    return Problem.warning(
            "chart.lock-out-of-sync", "Chart.lock was made for other dependencies than these.")
        .at(place)
        .hint("Update the dependencies, which writes it anew, or remove it.");
  }

  private static Node json(Dependency dependency) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("name", TextNode.of(dependency.name()));
    put(fields, "version", dependency.version());
    fields.put("repository", TextNode.of(dependency.repository()));
    put(fields, "condition", dependency.condition());
    if (!dependency.tags().isEmpty()) {
      fields.put("tags", Node.of(dependency.tags()));
    }
    if (dependency.enabled()) {
      fields.put("enabled", BoolNode.TRUE);
    }
    if (!dependency.importValues().isEmpty()) {
      fields.put("import-values", sorted(ListNode.of(dependency.importValues())));
    }
    put(fields, "alias", dependency.alias());
    return MapNode.of(fields);
  }

  private static Node json(ChartLock.Entry entry) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("name", TextNode.of(entry.name()));
    put(fields, "version", entry.version());
    fields.put("repository", TextNode.of(entry.repository()));
    return MapNode.of(fields);
  }

  private static void put(Map<String, Node> fields, String key, String value) {
    if (!value.isEmpty()) {
      fields.put(key, TextNode.of(value));
    }
  }

  /** Go sorts the keys of maps, but not the fields of structs. */
  private static Node sorted(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Node> fields = new TreeMap<>();
        map.entries().forEach((key, value) -> fields.put(key, sorted(value)));
        yield MapNode.of(fields);
      }
      case ListNode list -> {
        List<Node> items = new ArrayList<>();
        list.forEach(item -> items.add(sorted(item)));
        yield ListNode.of(items);
      }
      case Node scalar -> scalar;
    };
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
