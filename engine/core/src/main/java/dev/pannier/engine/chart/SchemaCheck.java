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

/**
 * Checks the values of a chart and its subcharts, each by its own values.schema.json (Helm's
 * ValidateAgainstSchema).
 *
 * <p>What Helm puts among a chart's values unasked, {@code global} and the keys of its subcharts,
 * is shown to a schema only where it names them: else a schema without additional properties could
 * never be met (Helm's issue 10392).
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
    check(chart, values, "", problems);
    return problems.all();
  }

  private static void check(Chart chart, MapNode values, String prefix, Problems problems) {
    if (chart.schema().isPresent()) {
      checkOne(chart, chart.schema().get().source(), values, prefix, problems);
    }
    for (Chart subchart : chart.dependencies()) {
      MapNode seen = ValuesTree.forSubchart(values, subchart);
      check(subchart, seen, prefix + subchart.name() + ".", problems);
    }
  }

  private static void checkOne(
      Chart chart, Source schema, MapNode values, String prefix, Problems problems) {
    try {
      problems.addAll(ValuesSchema.check(shown(chart, values, schema), schema, prefix));
    } catch (ChartException e) {
      problems.addAll(e.problems());
    }
  }

  private static MapNode shown(Chart chart, MapNode values, Source schema) {
    if (chart.dependencies().isEmpty() && !values.has(ChartValues.GLOBAL)) {
      return values;
    }
    if (!(JsonReader.read(schema) instanceof MapNode rules)) {
      return values;
    }
    MapNode shown = values;
    if (!names(rules, ChartValues.GLOBAL)) {
      shown = shown.without(ChartValues.GLOBAL);
    }
    for (Chart subchart : chart.dependencies()) {
      if (!names(rules, subchart.name())) {
        shown = shown.without(subchart.name());
      }
    }
    return shown;
  }

  private static boolean names(MapNode rules, String key) {
    return rules.map("properties").has(key)
        || rules.list("required").items().contains(TextNode.of(key));
  }
}
