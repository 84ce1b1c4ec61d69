package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of a chart. The array is not copied; nobody writes to it.
 *
 * @param path its path in its own chart, with slashes: {@code templates/service.yaml.hbs}
 * @param displayPath the path that people find it by: the folder they named and the path, or the
 *     archive's name and the path in it
 * @param bytes what it holds
 */
public record ChartFile(String path, String displayPath, byte[] bytes) {

  /** A file as read, without the byte order mark that Helm takes off every file too. */
  static ChartFile of(String shownRoot, String path, byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return new ChartFile(
        path, join(shownRoot, path), marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes);
  }

  /** The path that people find a file by. */
  static String join(String shownRoot, String path) {
    if (shownRoot.isEmpty() || shownRoot.equals(".")) {
      return path;
    }
    return shownRoot.endsWith("/") ? shownRoot + path : shownRoot + "/" + path;
  }

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
