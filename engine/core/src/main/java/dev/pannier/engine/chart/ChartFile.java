package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Source;
import java.nio.charset.StandardCharsets;

/**
 * A file of a chart. The array is not copied; nobody writes to it.
 *
 * @param path its path in its own chart, with slashes: {@code templates/service.yaml.hbs}
 * @param displayPath the path that people find it by: the folder they named and the path, or the
 *     archive's name and the path in it
 * @param bytes what it holds
 */
public record ChartFile(String path, String displayPath, byte[] bytes) {

  /** Its text, read as UTF-8, without a byte order mark. */
  public String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Its text under the name that people find it by. */
  public Source source() {
    return new Source(displayPath, text());
  }
}
