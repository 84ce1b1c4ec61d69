package dev.pannier.engine.authoring;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.chart.Dependency;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.values.ChartValues;
import dev.pannier.engine.values.ValuesSchema;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that a chart's schema must accept, beside values.yaml. */
final class ValuesSamples {

  private final AuthoredChart chart;
  private final List<MapNode> maps = new ArrayList<>();

  /**
   * Reads them.
   *
   * @throws dev.pannier.engine.problem.ChartException when one of them is broken
   */
  ValuesSamples(AuthoredChart chart) {
    this.chart = chart;
    Problems problems = new Problems();
    for (Source sample : chart.samples()) {
      for (Node document : YamlReader.readAll(sample, SourceMap.of(sample), problems)) {
        if (document instanceof MapNode map) {
          maps.add(map);
        }
      }
    }
    problems.throwIfErrors();
  }

  /** What users may set, and what the chart imports from its subcharts. */
  List<MapNode> all() {
    List<MapNode> all = new ArrayList<>(maps);
    Chart own = chart.chart();
    boolean imports =
        own.metadata().dependencies().stream().anyMatch(each -> !each.importValues().isEmpty());
    if (imports && ChartDependencies.missing(own).isEmpty()) {
      all.add(ChartDependencies.resolve(own, MapNode.EMPTY, new Problems()).values());
    }
    return all;
  }

  /** What of the values, and of each sample over them, a schema refuses. */
  List<Problem> refusedBy(Source schema) {
    Problems refused = new Problems();
    refused.addAll(check(MapNode.EMPTY, schema));
    maps.forEach(sample -> refused.addAll(check(sample, schema)));
    return refused.all();
  }

  private List<Problem> check(MapNode sample, Source schema) {
    Set<String> unasked = new LinkedHashSet<>(Set.of(ChartValues.GLOBAL));
    for (Dependency dependency : chart.chart().metadata().dependencies()) {
      unasked.add(dependency.effectiveName());
    }
    MapNode values =
        ChartValues.overDefaults(sample, chart.chart().values(), unasked, new Problems());
    MapNode named =
        JsonReader.read(schema) instanceof MapNode map ? map.map("properties") : MapNode.EMPTY;
    for (String key : unasked) {
      // As when a chart is rendered: a schema that does not name them does not see them.
      values = named.has(key) ? values : values.without(key);
    }
    return ValuesSchema.check(values, schema, "").stream().map(ValuesSamples::warning).toList();
  }

  /** What a schema requires of users may be missing in the chart: that is no error. */
  private static Problem warning(Problem problem) {
    return new Problem(
        problem.code(),
        Severity.WARNING,
        problem.message(),
        problem.location(),
        problem.notes(),
        problem.hint());
  }
}
