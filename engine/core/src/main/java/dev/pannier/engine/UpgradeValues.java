package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The chart and the user's values of an upgrade.
 *
 * @param chart its defaults are the old ones where values are reused
 * @param user what the record keeps as given by the user
 */
record UpgradeValues(Chart chart, MapNode user) {
  private static final int TOLD = 5;

  /** As a mode has it (Helm's reuseValues in pkg/action/upgrade.go). */
  static UpgradeValues of(
      ReuseMode mode, Chart chart, MapNode given, Release current, Problems warnings) {
    return switch (mode) {
      case AUTOMATIC -> new UpgradeValues(chart, given.isEmpty() ? current.config() : given);
      case RESET -> new UpgradeValues(chart, given);
      case RESET_THEN_REUSE -> new UpgradeValues(chart, ValuesMerge.merge(given, current.config()));
      case REUSE -> reused(chart, given, current, warnings);
    };
  }

  private static UpgradeValues reused(
      Chart chart, MapNode given, Release current, Problems warnings) {
    MapNode old = ValuesMerge.coalesce(current.config(), current.chart().values());
    List<String> lost = new ArrayList<>();
    missing("", chart.values(), old, lost);
    if (!lost.isEmpty()) {
      warnings.add(lost(lost));
    }
    return new UpgradeValues(chart.withValues(old), ValuesMerge.merge(given, current.config()));
  }

  /** The paths of defaults that the old values do not know. */
  private static void missing(String path, MapNode now, MapNode old, List<String> lost) {
    for (Map.Entry<String, Node> entry : now.entries().entrySet()) {
      String key = path + entry.getKey();
      Node before = old.get(entry.getKey());
      if (before == null) {
        lost.add("`" + key + "`");
      } else if (entry.getValue() instanceof MapNode inner && before instanceof MapNode map) {
        missing(key + ".", inner, map, lost);
      }
    }
  }

  private static Problem lost(List<String> paths) {
    String first = String.join(", ", paths.subList(0, Math.min(TOLD, paths.size())));
    String more = paths.size() > TOLD ? " and " + (paths.size() - TOLD) + " more" : "";
    return Problem.warning(
            "values.reused-without-defaults",
            "The chart has new defaults, which `--reuse-values` leaves out: " + first + more + ".")
        .hint("`--reset-then-reuse-values` takes the new defaults and keeps your values.");
  }
}
