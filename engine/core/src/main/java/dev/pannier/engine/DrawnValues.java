package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.chart.SchemaCheck;
import dev.pannier.engine.chart.ValuesTree;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.unit.RenderedCase;
import dev.pannier.engine.unit.property.PropertySubject;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A chart that values are drawn for. */
record DrawnValues(
    Chart chart,
    Map<String, Node> schemas,
    MapNode defaults,
    Function<MapNode, RenderedCase> rendering)
    implements PropertySubject {

  /**
   * A chart with a schema.
   *
   * @throws ChartException when it has none, or a broken one
   */
  static DrawnValues of(Chart chart, Function<MapNode, RenderedCase> rendering) {
    Map<String, Node> schemas = new LinkedHashMap<>();
    chart.schema().ifPresent(file -> schemas.put("", JsonReader.read(file.source())));
    for (Chart subchart : chart.dependencies()) {
      subchart
          .schema()
          .ifPresent(file -> schemas.put(subchart.name(), JsonReader.read(file.source())));
    }
    if (schemas.isEmpty()) {
      throw Problem.error(
              "test.missing-schema", "The chart `" + chart.name() + "` has no values.schema.json.")
          .at(chart.metadata().raw().origin().source().whole())
          .hint("Values are drawn from the schema: write one that says what values may be.")
          .exception();
    }
    Problems problems = new Problems();
    DrawnValues drawn =
        new DrawnValues(
            chart,
            schemas,
            ValuesTree.coalesce(resolved(chart, MapNode.EMPTY), MapNode.EMPTY, new Problems()),
            rendering);
    for (Problem problem : SchemaCheck.check(resolved(chart, MapNode.EMPTY), drawn.defaults())) {
      // Values that the user must give are missing among the defaults: no fault of the schema.
      if (!problem.code().equals("values.schema-violation")) {
        problems.add(problem);
      }
    }
    problems.throwIfErrors();
    return drawn;
  }

  private static Chart resolved(Chart chart, MapNode values) {
    return ChartDependencies.resolve(chart, values, new Problems());
  }

  @Override
  public boolean fits(MapNode values) {
    try {
      Chart resolved = resolved(chart, values);
      return SchemaCheck.check(resolved, ValuesTree.coalesce(resolved, values, new Problems()))
          .isEmpty();
    } catch (ChartException _) {
      // Values that no subchart takes are none that a schema allows.
      return false;
    }
  }

  @Override
  public RenderedCase render(MapNode values) {
    return rendering.apply(values);
  }
}
