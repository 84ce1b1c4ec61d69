package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import java.util.List;

/**
 * What a chart rendered to.
 *
 * @param namespace the release's
 * @param resources the release's own
 * @param trace what in it somebody chose
 */
public record RenderedChart(
    String namespace, List<Resource> resources, List<Hook> hooks, ValueTrace trace) {

  public RenderedChart {
    resources = List.copyOf(resources);
    hooks = List.copyOf(hooks);
  }
}
