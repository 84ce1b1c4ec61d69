package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/**
 * The charts resolved last. Resolving makes a new chart object each time, and compiled templates
 * are kept by object: equal ones shall be one.
 */
final class ResolvedCharts {
  private static final int KEPT = 4;

  private volatile List<Chart> kept = List.of();

  /** An equal chart of an earlier render, else this one. */
  Chart known(Chart chart) {
    for (Chart earlier : kept) {
      if (earlier.equals(chart)) {
        return earlier;
      }
    }
    keep(chart);
    return chart;
  }

  private synchronized void keep(Chart chart) {
    List<Chart> now = new ArrayList<>();
    now.add(chart);
    now.addAll(kept.subList(0, Math.min(KEPT - 1, kept.size())));
    kept = List.copyOf(now);
  }
}
