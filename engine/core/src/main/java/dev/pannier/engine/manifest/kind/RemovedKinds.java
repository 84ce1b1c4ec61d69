package dev.pannier.engine.manifest.kind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API versions that Kubernetes once served. */
final class RemovedKinds {

  /**
   * A kind that is gone from an API version.
   *
   * @param release of Kubernetes, the first without it: {@code 1.25}
   * @param advice a whole sentence
   */
  record Removal(String release, String advice) {}

  private final Map<String, Removal> removals = new HashMap<>();
  private final Set<String> groups = new HashSet<>();

  private RemovedKinds(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
  }

  /** The table that Pannier ships with. */
  static RemovedKinds builtIn() {
    return new RemovedKinds(SchemaText.resource("removed.txt"));
  }

  private void read(String line) {
    List<String> words = List.of(line.split(" ", 5));
    String instead = words.get(3);
    String advice = instead.equals("-") ? words.get(4) : "Use `" + instead + "`.";
    for (String kind : words.get(1).split(",")) {
      removals.put(words.get(0) + " " + kind, new Removal(words.get(2), advice));
    }
    groups.add(ApiVersion.group(words.get(0)));
  }

  @Nullable Removal find(String apiVersion, String kind) {
    return removals.get(apiVersion + " " + kind);
  }

  boolean knowsGroup(String group) {
    return groups.contains(group);
  }
}
