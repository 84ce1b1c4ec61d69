package dev.pannier.engine;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.template.ClusterLookup;
import dev.pannier.engine.template.ReleaseContext;
import dev.pannier.engine.template.RenderInput;
import dev.pannier.engine.template.RenderLimits;
import dev.pannier.engine.template.Rendering;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Renders charts. Threads may share one; it keeps the templates that it compiled for the next
 * render of the same chart.
 */
public final class Pannier {
  private final Clock clock;
  private final RandomGenerator random;
  private final ChartRenderer renderer;
  private final ResolvedCharts resolved;

  /**
   * An engine.
   *
   * @param clock what {@code now} tells
   * @param random what helpers make passwords and keys of: one that nobody can guess
   */
  public Pannier(Clock clock, RandomGenerator random) {
    this(clock, random, new ChartRenderer(), new ResolvedCharts());
  }

  private Pannier(
      Clock clock, RandomGenerator random, ChartRenderer renderer, ResolvedCharts resolved) {
    this.clock = clock;
    this.random = random;
    this.renderer = renderer;
    this.resolved = resolved;
  }

  /** The same with other random numbers; templates that either compiles serve both. */
  Pannier with(RandomGenerator other) {
    return new Pannier(clock, other, renderer, resolved);
  }

  /**
   * Renders a chart: resolves its dependencies, merges and checks the values, runs the templates.
   *
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong
   */
  public RenderResult render(RenderRequest request) {
    return rendered(request).result();
  }

  /**
   * Renders a chart and checks what comes out by the schemas of the built-in kinds.
   *
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong
   */
  public RenderResult validate(RenderRequest request) {
    Rendered rendered = rendered(request);
    Problems problems = new Problems();
    problems.addAll(rendered.result().warnings());
    problems.addAll(rendered.notes().explain(ManifestCheck.of(request, rendered.result())));
    problems.throwIfErrors();
    return rendered.result().withWarnings(problems.all());
  }

  /** The same engine a day later, with other random numbers. */
  Pannier later() {
    return new Pannier(Clock.offset(clock, Duration.ofDays(1)), random, renderer, resolved);
  }

  /** What a render gives, and what explains the problems that come of it later. */
  record Rendered(RenderResult result, ValueNotes notes) {}

  Rendered rendered(RenderRequest request) {
    Problems warnings = new Problems();
    ChartPreparation ready = ChartPreparation.of(request, resolved, warnings);
    Rendering rendering = run(request, ready);
    List<Problem> told = new ArrayList<>(warnings.all());
    told.addAll(rendering.warnings());
    RenderResult result =
        new RenderResult(
            ready.chart(),
            ready.values(),
            rendering.resources(),
            rendering.hooks(),
            rendering.notes(),
            rendering.generated(),
            told);
    return new Rendered(result, new ValueNotes(rendering.origins()));
  }

  /**
   * The name that a template makes for a release: {@code web-{{lower (randAlpha 6)}}}.
   *
   * @throws dev.pannier.engine.problem.ChartException when the template is wrong
   */
  public String releaseName(String template) {
    return NameTemplate.render(this, template);
  }

  private Rendering run(RenderRequest request, ChartPreparation ready) {
    RenderInput input =
        new RenderInput(
            ready.chart(),
            ready.values(),
            new ReleaseContext(
                request.release().name().value(),
                request.release().namespace(),
                request.revision(),
                !request.isUpgrade(),
                request.isUpgrade()),
            request.capabilities(),
            request.cluster().<ClusterLookup>map(ClusterObjects::new).orElse(ClusterLookup.NONE),
            request.generated(),
            RenderLimits.DEFAULT,
            clock,
            random);
    return renderer.render(input);
  }
}
