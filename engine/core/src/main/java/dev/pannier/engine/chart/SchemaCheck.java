package dev.pannier.engine.chart;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.values.ChartValues;
import dev.pannier.engine.values.ValuesSchema;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the values of a chart and its subcharts, each by its own values.schema.json (Helm's
 * ValidateAgainstSchema).
 *
 * <p>What stands among a chart's values although the chart did not ask for it ({@code global}, the
 * keys of its subcharts, the key by which its parent switches it on) is shown to a schema only
 * where it names them: else a schema without additional properties could never be met (Helm's issue
 * 10392).
 */
public final class SchemaCheck {

  private SchemaCheck() {}

  /**
   * Every violation of a schema.
   *
   * @param chart its dependencies already switched on and off
   * @param values coalesced by {@link ValuesTree}
   */
  public static List<Problem> check(Chart chart, MapNode values) {
    Problems problems = new Problems();
    check(chart, values, Set.of(), "", problems);
    return problems.all();
  }

  private static void check(
      Chart chart, MapNode values, Set<String> switches, String prefix, Problems problems) {
    if (chart.schema().isPresent()) {
      Set<String> unasked = new TreeSet<>(switches);
      unasked.add(ChartValues.GLOBAL);
      chart.dependencies().forEach(subchart -> unasked.add(subchart.name()));
      checkOne(chart.schema().get().source(), values, unasked, prefix, problems);
    }
    for (Chart subchart : chart.dependencies()) {
      MapNode seen = ValuesTree.forSubchart(values, subchart);
      check(subchart, seen, switches(chart, subchart), prefix + subchart.name() + ".", problems);
    }
  }

  /** The keys of a subchart's values that its parent's conditions ask for: {@code db.enabled}. */
  private static Set<String> switches(Chart parent, Chart subchart) {
    Set<String> keys = new TreeSet<>();
    for (Dependency dependency : parent.metadata().dependencies()) {
      for (String path : dependency.condition().split(",")) {
        String[] parts = path.strip().split("\\.");
        if (parts.length == 2 && parts[0].equals(subchart.name())) {
          keys.add(parts[1]);
        }
      }
    }
    return keys;
  }

  private static void checkOne(
      Source schema, MapNode values, Set<String> unasked, String prefix, Problems problems) {
    try {
      problems.addAll(ValuesSchema.check(shown(values, schema, unasked), schema, prefix));
    } catch (ChartException e) {
      problems.addAll(e.problems());
    }
  }

  private static MapNode shown(MapNode values, Source schema, Set<String> unasked) {
    if (unasked.stream().noneMatch(values::has)
        || !(JsonReader.read(schema) instanceof MapNode rules)) {
      return values;
    }
    MapNode shown = values;
    for (String key : unasked) {
      if (!names(rules, key)) {
        shown = shown.without(key);
      }
    }
    return shown;
  }

  private static boolean names(MapNode rules, String key) {
    return rules.map("properties").has(key)
        || rules.list("required").items().contains(TextNode.of(key));
  }
}
