package dev.pannier.engine.template;

import dev.pannier.engine.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/** The charts compiled last. */
final class CompiledCharts {

  private static final int KEPT = 8;

  private record Entry(Chart chart, ChartTemplates templates) {}

  private volatile List<Entry> entries = List.of();

  /** The templates of this very chart object. Two threads may both compile it; both are right. */
  ChartTemplates of(Chart chart) {
    for (Entry entry : entries) {
      if (entry.chart == chart) {
        return entry.templates;
      }
    }
    ChartTemplates templates = ChartTemplates.compile(chart);
    keep(new Entry(chart, templates));
    return templates;
  }

  private synchronized void keep(Entry added) {
    List<Entry> kept = new ArrayList<>();
    kept.add(added);
    for (Entry entry : entries) {
      if (kept.size() < KEPT) {
        kept.add(entry);
      }
    }
    entries = List.copyOf(kept);
  }
}
