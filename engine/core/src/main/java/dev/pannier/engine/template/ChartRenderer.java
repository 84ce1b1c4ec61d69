package dev.pannier.engine.template;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.template.language.Functions;

/**
 * Renders charts. What it compiles it keeps for the next render of the same chart object; safe to
 * share between threads.
 */
public final class ChartRenderer {

  private final Functions functions = new PureFunctions();
  private final CompiledCharts compiled = new CompiledCharts();

  /**
   * Renders a chart.
   *
   * @throws ChartException naming everything that is wrong in any template and any manifest
   */
  public Rendering render(RenderInput input) {
    new InputText(input).refuseMarks();
    ReleaseRender render = new ReleaseRender(input, functions);
    compiled.of(input.chart()).render(render);
    return render.finish();
  }
}
