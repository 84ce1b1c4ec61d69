package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.values.ChartValues;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Values of a chart and its subcharts: a map in which the values of each subchart lie under its
 * name (Helm's CoalesceValues in pkg/chart/common/util/coalesce.go).
 */
public final class ValuesTree {

  private ValuesTree() {}

  /**
   * What a user sets over the defaults of a chart and of all its subcharts, globals handed down. A
   * null of the user's removes what is set below, in subcharts too. Each leaf keeps the place that
   * it was written at.
   *
   * @param chart its dependencies already switched on and off by {@link ChartDependencies}
   * @param warnings told where a map meets what is none
   * @throws dev.pannier.engine.problem.ChartException when the values of a subchart are no map
   */
  public static MapNode coalesce(Chart chart, MapNode user, Problems warnings) {
    Problems problems = new Problems();
    MapNode values = coalesce(chart, user, warnings, problems);
    problems.throwIfErrors();
    return values;
  }

  private static MapNode coalesce(Chart chart, MapNode over, Problems warnings, Problems problems) {
    MapNode values = overDefaults(chart, over, warnings);
    for (Chart subchart : chart.dependencies()) {
      String name = subchart.name();
      MapNode given = given(subchart, values, problems);
      MapNode withGlobals = ChartValues.withGlobals(given, values, warnings);
      values = values.with(name, coalesce(subchart, withGlobals, warnings, problems));
    }
    return values;
  }

  /** The values of one chart over its own defaults, subcharts' defaults left out. */
  static MapNode overDefaults(Chart chart, MapNode over, Problems warnings) {
    Set<String> subcharts = new LinkedHashSet<>();
    for (Chart subchart : chart.dependencies()) {
      subcharts.add(subchart.name());
    }
    return ChartValues.overDefaults(over, chart.values(), subcharts, warnings);
  }

  /** All defaults of a chart and its subcharts, nulls kept. */
  static MapNode defaults(Chart chart, Problems warnings) {
    return defaults(chart, MapNode.EMPTY, warnings);
  }

  private static MapNode defaults(Chart chart, MapNode over, Problems warnings) {
    MapNode values = ValuesMerge.merge(over, chart.values(), warnings);
    for (Chart subchart : chart.dependencies()) {
      MapNode given = values.map(subchart.name());
      MapNode withGlobals = ChartValues.withGlobals(given, values, warnings);
      values = values.with(subchart.name(), defaults(subchart, withGlobals, warnings));
    }
    return values;
  }

  /**
   * What a subchart sees as its Values, out of the coalesced values of the chart above it.
   *
   * @param subchart a subchart of the chart above
   */
  public static MapNode forSubchart(MapNode values, Chart subchart) {
    return values.map(subchart.name());
  }

  /** What is set for a subchart; a null counts as nothing. */
  private static MapNode given(Chart subchart, MapNode values, Problems problems) {
    Node given = values.get(subchart.name());
    if (given instanceof MapNode map) {
      return map;
    }
    if (given != null && !(given instanceof NullNode)) {
      problems.add(
          Problem.error(
                  "values.subchart-not-a-map",
                  "`%s` sets the values of the subchart `%s` and must be a map, not a %s."
                      .formatted(subchart.name(), subchart.name(), given.typeName()))
              .at(given.origin())
              .hint("Set a key below it, such as `" + subchart.name() + ".enabled`."));
    }
    return MapNode.EMPTY;
  }
}
