package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.chart.SchemaCheck;
import dev.pannier.engine.chart.ValuesTree;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import java.util.Optional;

/**
 * A chart and values made ready for each other.
 *
 * @param chart dependencies that are off are gone, the others go by their aliases
 * @param values the user's over all defaults
 */
record ChartPreparation(Chart chart, MapNode values) {

  /**
   * Resolves dependencies, merges values, and checks the chart's demands.
   *
   * @throws ChartException naming all that does not fit
   */
  static ChartPreparation of(RenderRequest request, ResolvedCharts resolved, Problems warnings) {
    checkKind(request.chart(), warnings);
    Optional<Problem> unfit = request.chart().metadata().unfitFor(request.kubeVersion());
    if (unfit.isPresent()) {
      throw unfit.get().exception();
    }
    Chart chart =
        resolved.known(ChartDependencies.resolve(request.chart(), request.values(), warnings));
    MapNode values = ValuesTree.coalesce(chart, request.values(), warnings);
    if (request.checksSchema()) {
      Problems violations = new Problems();
      violations.addAll(SchemaCheck.check(chart, values));
      violations.throwIfErrors();
    }
    return new ChartPreparation(chart, values);
  }

  private static void checkKind(Chart chart, Problems warnings) {
    if (chart.metadata().isLibrary()) {
      throw Problem.error(
              "chart.library",
              "The chart `" + chart.name() + "` is a library and cannot be rendered by itself.")
          .at(chart.metadata().raw().keyOrigin("type"))
          .hint("Name it among the dependencies of another chart.")
          .exception();
    }
    if (chart.metadata().deprecated()) {
      warnings.add(
          Problem.warning("chart.deprecated", "The chart `" + chart.name() + "` is deprecated.")
              .at(chart.metadata().raw().keyOrigin("deprecated"))
              .hint("Its README may name what takes its place."));
    }
  }
}
