package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.lint.Lint;
import dev.pannier.engine.lint.RenderedChart;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a chart rendered to, and at what it would render to another time. */
final class ReleaseReview {
  private final Pannier pannier;
  private final RenderRequest request;
  private final Pannier.Rendered rendered;
  private final Chart next;

  /**
   * What is to be looked at.
   *
   * @param next the chart in a next version
   */
  ReleaseReview(Pannier pannier, RenderRequest request, Pannier.Rendered rendered, Chart next) {
    this.pannier = pannier;
    this.request = request;
    this.rendered = rendered;
    this.next = next;
  }

  List<Problem> look(boolean practice) {
    RenderResult result = rendered.result();
    RenderedChart objects =
        new RenderedChart(
            request.release().namespace(),
            result.resources(),
            result.hooks(),
            node -> rendered.notes().setAt(node, result.values()));
    List<Problem> found = new ArrayList<>(Lint.objects(objects, practice));
    upgrades(result, found);
    if (practice) {
      found.addAll(OldestKubernetes.look(pannier, request));
    }
    return found;
  }

  private void upgrades(RenderResult result, List<Problem> found) {
    render(pannier.later(), request.again(result.generated()))
        .ifPresent(again -> found.addAll(Lint.byItself(result.resources(), again.resources())));
    render(pannier, request.upgradeTo(next, result.generated()))
        .ifPresent(newer -> found.addAll(Lint.byVersion(result.resources(), newer.resources())));
  }

  /** A chart may refuse to be rendered so; then there is nothing to compare. */
  private static Optional<RenderResult> render(Pannier engine, RenderRequest other) {
    try {
      return Optional.of(engine.render(other));
    } catch (ChartException _) {
      return Optional.empty();
    }
  }
}
