package dev.pannier.engine.lint;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.lint.UsedValues.Reached;
import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys of values.yaml that neither a template nor a dependency asks for. */
final class UnusedValues {

  private final UsedValues used = new UsedValues();
  private final Set<String> told = new HashSet<>();
  private final Findings findings;

  private UnusedValues(Findings findings) {
    this.findings = findings;
  }

  /**
   * Looks for them.
   *
   * @param chart as it was loaded
   * @param whole with every dependency that it may ever have, by the names they go by
   */
  static void look(Chart chart, Chart whole, List<ValueUse> uses, Findings findings) {
    UnusedValues unused = new UnusedValues(findings);
    for (ValueUse use : uses) {
      unused.used.add(use.path(), use.whole());
    }
    unused.dependencies(whole, List.of());
    unused.node(chart.values(), unused.used.root(), "");
  }

  /** What Chart.yaml asks for: conditions, tags, and what is imported. */
  private void dependencies(Chart chart, List<String> path) {
    for (Dependency dependency : chart.metadata().dependencies()) {
      for (String condition : dependency.condition().split(",")) {
        if (!condition.isBlank()) {
          used.add(below(path, condition.strip()), true);
        }
      }
      for (Node item : dependency.importValues()) {
        String child =
            item instanceof MapNode pair
                ? pair.text("child").orElse("")
                : "exports." + (item instanceof ScalarNode scalar ? scalar.text() : "");
        used.add(below(path, dependency.effectiveName() + "." + child), true);
      }
      if (!has(chart, dependency.effectiveName())) {
        // Nobody knows what a chart asks for that is not there.
        used.add(below(path, dependency.effectiveName()), true);
        used.add(List.of("global"), true);
      }
    }
    used.add(List.of("tags"), true);
    // For the charts above, of which nobody knows here.
    used.add(below(path, "exports"), true);
    for (Chart subchart : chart.dependencies()) {
      dependencies(subchart, below(path, subchart.name()));
    }
  }

  private static boolean has(Chart chart, String name) {
    return chart.dependencies().stream().anyMatch(subchart -> subchart.name().equals(name));
  }

  private static List<String> below(List<String> path, String keys) {
    List<String> all = new ArrayList<>(path);
    for (String key : keys.split("\\.")) {
      if (!key.isEmpty()) {
        all.add(key);
      }
    }
    return all;
  }

  private void map(MapNode map, Reached reached, String path) {
    for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
      String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      Reached child = reached.child(entry.getKey());
      if (!child.isUnused()) {
        node(entry.getValue(), child, below);
      } else if (told.add(below)) {
        findings.add(
            Rule.UNUSED_VALUE,
            map.keyOrigin(entry.getKey()),
            "No template asks for `" + below + "`.",
            "Take it out, or write it into a template.");
      }
    }
  }

  private void node(Node value, Reached reached, String path) {
    if (reached.isWhole()) {
      return;
    }
    switch (value) {
      case MapNode map -> map(map, reached, path);
      case ListNode list -> {
        for (Node item : list) {
          node(item, reached.items(), path + "[]");
        }
      }
      case ScalarNode _ -> {}
    }
  }
}
