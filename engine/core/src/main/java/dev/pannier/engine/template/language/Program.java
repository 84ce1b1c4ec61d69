package dev.pannier.engine.template.language;

import dev.pannier.engine.yaml.MapNode;

/** The compiled templates of a chart: immutable, shared between threads. */
public interface Program {

  /**
   * Renders one of the files it was compiled from.
   *
   * @param root what the template sees
   * @throws dev.pannier.engine.problem.ChartException when the template cannot be rendered
   */
  MarkedText render(TemplateFile file, MapNode root, RenderSession session);
}
