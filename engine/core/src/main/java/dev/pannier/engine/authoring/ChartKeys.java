package dev.pannier.engine.authoring;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.values.ChartValues;
import dev.pannier.engine.yaml.MapNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that a chart's values have for the sake of Chart.yaml: one for each dependency, those that
 * switch them on, {@code tags}, and {@code global}.
 */
final class ChartKeys {

  private static final String TAGS = "tags";

  private final Map<String, String> dependencies = new LinkedHashMap<>();
  private final Map<KeyPath, Set<String>> below = new HashMap<>();
  private final Set<KeyPath> switches = new LinkedHashSet<>();

  ChartKeys(Chart chart) {
    for (Dependency dependency : chart.metadata().dependencies()) {
      String name = dependency.effectiveName();
      dependencies.put(name, described(dependency));
      for (String condition : dependency.condition().split(",")) {
        if (!condition.isBlank()) {
          path(condition.strip());
        }
      }
      dependency.tags().forEach(tag -> path(TAGS + "." + tag));
    }
    ask(KeyPath.ROOT, ChartValues.GLOBAL);
    dependencies.keySet().forEach(name -> ask(KeyPath.ROOT, name));
  }

  private static String described(Dependency dependency) {
    String version = dependency.version().isBlank() ? "" : " " + dependency.version();
    return "Values of the chart `" + dependency.name() + "`" + version + ".";
  }

  private void path(String dotted) {
    KeyPath path = KeyPath.ROOT;
    for (String key : dotted.split("\\.")) {
      ask(path, key);
      path = path.child(key);
    }
    switches.add(path);
  }

  private void ask(KeyPath path, String key) {
    below.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(key);
  }

  /** The keys that a map has for the sake of Chart.yaml. */
  Set<String> below(KeyPath path) {
    return below.getOrDefault(path, Set.of());
  }

  /** The schema of such a key that no values file has. */
  MapNode schema(KeyPath path) {
    if (switches.contains(path)) {
      return Keywords.type("boolean").schema();
    }
    Keywords keywords = Keywords.type("object");
    description(path).ifPresent(text -> keywords.with("description", text));
    Map<String, MapNode> properties = new LinkedHashMap<>();
    for (String key : below(path)) {
      properties.put(key, schema(path.child(key)));
    }
    return properties.isEmpty()
        ? keywords.schema()
        : keywords.with("properties", properties).schema();
  }

  /** Whether other charts read a map too, whose keys are not known here. */
  boolean isOpen(KeyPath path) {
    List<String> keys = path.keys();
    return !keys.isEmpty()
        && (keys.getFirst().equals(ChartValues.GLOBAL)
            || dependencies.containsKey(keys.getFirst()));
  }

  /** What a key is, where Chart.yaml tells. */
  Optional<String> description(KeyPath path) {
    if (path.keys().size() != 1) {
      return Optional.empty();
    }
    return path.name().equals(ChartValues.GLOBAL)
        ? Optional.of("Values that all charts of a release share.")
        : Optional.ofNullable(dependencies.get(path.name()));
  }
}
