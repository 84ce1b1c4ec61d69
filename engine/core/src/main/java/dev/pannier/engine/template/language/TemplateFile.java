package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Source;

/**
 * A template of a chart.
 *
 * @param chart the name of the chart it belongs to
 * @param path its path in that chart: {@code templates/service.yaml.hbs}
 * @param name what the release calls it: {@code web/charts/db/templates/service.yaml.hbs}
 * @param source its text
 */
public record TemplateFile(String chart, String path, String name, Source source) {

  /** The path without its folders. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it only lends partials and renders nothing by itself. */
  public boolean isPartial() {
    return fileName().startsWith("_");
  }
}
