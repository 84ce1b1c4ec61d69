package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartDependencies;
import dev.pannier.engine.chart.ValuesTree;
import dev.pannier.engine.lint.Lint;
import dev.pannier.engine.lint.Skips;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.template.ChartSurvey;
import dev.pannier.engine.template.language.Survey;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for all that is wrong or unusual in a chart: what Helm's lint finds (pkg/chart/v2/lint),
 * and what reviewers find.
 */
public final class ChartReview {
  private final Pannier pannier;
  private final RenderRequest request;
  private final List<ValuesVariant> variants;
  private final Chart chart;
  private final Chart next;
  private final List<Problem> found = new ArrayList<>();
  private final Set<List<String>> told = new HashSet<>();
  private final Set<String> written = new HashSet<>();

  private ChartReview(Pannier pannier, RenderRequest request, List<ValuesVariant> variants) {
    this.pannier = pannier;
    this.request = request;
    this.variants = variants;
    this.chart = request.chart();
    this.next = chart.inNextVersion();
  }

  /**
   * Reviews a chart: its files, its values, and what it renders to.
   *
   * @param variants further values to look at; where there are none, only those of the request are
   * @return what was found, without duplicates; nothing where all is well
   */
  public static List<Problem> of(
      Pannier pannier, RenderRequest request, List<ValuesVariant> variants) {
    ChartReview review = new ChartReview(pannier, request, variants);
    review.look();
    return review.left();
  }

  private void look() {
    add(ChartDependencies.missing(chart), Optional.empty());
    add(Lint.files(chart), Optional.empty());
    if (chart.metadata().isLibrary()) {
      return;
    }
    add(review(request, true), Optional.empty());
    for (ValuesVariant variant : variants) {
      RenderRequest other = request.withValues(variant.values());
      add(review(other, !variant.isTest()), Optional.of(variant));
    }
    if (found.stream().noneMatch(problem -> problem.code().equals("template.syntax"))) {
      templates();
    }
  }

  private void templates() {
    Chart whole = ChartDependencies.all(chart);
    MapNode values = ValuesTree.coalesce(whole, MapNode.EMPTY, new Problems());
    Survey survey = ChartSurvey.of(whole, values);
    List<Problem> asked = Lint.values(chart, whole, values, survey.uses());
    asked.removeIf(problem -> Lint.isTold(problem, found));
    add(asked, Optional.empty());
    boolean complete = !variants.isEmpty() && !hasErrors();
    if (complete || request.values().isEmpty() && !hasErrors()) {
      add(Lint.templates(chart, survey.uncalled(), written), Optional.empty());
    }
  }

  private boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private List<Problem> review(RenderRequest some, boolean practice) {
    try {
      Pannier.Rendered rendered = pannier.rendered(some);
      RenderResult result = rendered.result();
      result.resources().forEach(resource -> written.add(resource.source()));
      result.hooks().forEach(hook -> written.add(hook.resource().source()));
      List<Problem> problems = new ArrayList<>(result.warnings());
      List<Problem> manifests = new ArrayList<>(ManifestCheck.whole(some, result));
      manifests.addAll(new ReleaseReview(pannier, some, rendered, next).look(practice));
      problems.addAll(rendered.notes().explain(manifests));
      return problems;
    } catch (ChartException e) {
      return e.problems();
    }
  }

  /** Adds what was not found before. */
  private void add(List<Problem> problems, Optional<ValuesVariant> variant) {
    for (Problem problem : problems) {
      Location place = problem.location();
      if (told.add(List.of(problem.code(), problem.message(), place.toString()))) {
        found.add(
            variant
                .map(one -> problem.note("with the values of " + one.name(), Location.unknown()))
                .orElse(problem));
      }
    }
  }

  private List<Problem> left() {
    Skips skips = Skips.of(chart);
    List<Problem> left = new ArrayList<>(skips.apply(found));
    List<Problem> unknown = skips.apply(skips.unknown());
    left.addAll(unknown);
    if (!hasErrors() && (request.values().isEmpty() || !variants.isEmpty())) {
      left.addAll(skips.useless());
    }
    return left;
  }
}
