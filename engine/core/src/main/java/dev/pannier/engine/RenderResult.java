package dev.pannier.engine;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * What a chart renders to.
 *
 * @param chart as rendered: dependencies that are off are gone
 * @param values what templates saw: the user's values over all defaults
 * @param resources the release's own, in install order
 * @param hooks in the order of their weights
 * @param notes of NOTES.txt; empty where there is none
 * @param generated what {@code generated} computed, earlier keys included
 * @param warnings what is likely not as meant
 */
public record RenderResult(
    Chart chart,
    MapNode values,
    List<Resource> resources,
    List<Hook> hooks,
    String notes,
    MapNode generated,
    List<Problem> warnings) {
  public RenderResult {
    resources = List.copyOf(resources);
    hooks = List.copyOf(hooks);
    warnings = List.copyOf(warnings);
  }

  RenderResult withWarnings(List<Problem> told) {
    return new RenderResult(chart, values, resources, hooks, notes, generated, told);
  }
}
