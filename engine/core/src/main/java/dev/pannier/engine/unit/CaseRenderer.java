package dev.pannier.engine.unit;

/** Renders the chart under test. Each render sees the same time and the same random numbers. */
@FunctionalInterface
public interface CaseRenderer {

  /**
   * Renders the chart.
   *
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong
   */
  RenderedCase render(CaseInput input);
}
