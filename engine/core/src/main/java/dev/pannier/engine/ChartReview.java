package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for all that is wrong or unusual in a chart (Helm's pkg/chart/v2/lint). */
public final class ChartReview {
  private final Chart chart;
  private final Set<Problem> found = new LinkedHashSet<>();

  private ChartReview(Chart chart) {
    this.chart = chart;
  }

  /**
   * Reviews a chart: its metadata, its values, and what it renders to.
   *
   * @return what was found, without duplicates; nothing where all is well
   */
  public static List<Problem> of(Pannier pannier, RenderRequest request) {
    ChartReview review = new ChartReview(request.chart());
    review.found.addAll(ChartDependencies.missing(request.chart()));
    review.metadata();
    if (!request.chart().metadata().isLibrary()) {
      review.files();
      review.rendering(pannier, request);
    }
    return new ArrayList<>(review.found);
  }

  private void metadata() {
    if (chart.metadata().icon().isEmpty() && !chart.metadata().isLibrary()) {
      found.add(remark("chart.no-icon", "Chart.yaml names no icon.", "name"));
    }
    if (chart.metadata().description().isEmpty()) {
      found.add(remark("chart.no-description", "Chart.yaml has no description.", "name"));
    }
  }

  private Problem remark(String code, String message, String key) {
    Location place = chart.metadata().raw().keyOrigin(key);
    return new Problem(code, Severity.INFO, message, file(place), List.of(), "");
  }

  private static Location file(Location place) {
    return place.isKnown() ? place.source().whole() : place;
  }

  private void files() {
    Source chartYaml = chart.metadata().raw().origin().source();
    if (chart.valuesFile().isEmpty()) {
      found.add(
          new Problem(
              "chart.no-values",
              Severity.INFO,
              "There is no values.yaml.",
              chartYaml.whole(),
              List.of(),
              ""));
    }
    if (chart.templates().isEmpty() && chart.dependencies().isEmpty()) {
      found.add(
          Problem.warning("chart.no-templates", "There are no templates.")
              .at(chartYaml.whole())
              .hint("Put them into templates/, or make the chart a library."));
    }
  }

  private void rendering(Pannier pannier, RenderRequest request) {
    try {
      RenderResult result = pannier.render(request);
      found.addAll(result.warnings());
      found.addAll(ManifestCheck.whole(request, result));
    } catch (ChartException e) {
      found.addAll(e.problems());
    }
  }
}
