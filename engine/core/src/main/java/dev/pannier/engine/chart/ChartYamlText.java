package dev.pannier.engine.chart;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;

/**
 * The text of a Chart.yaml in which single keys are set: comments and order stay as they are.
 *
 * @param text the file as written
 */
record ChartYamlText(String text) {

  /** Chart.yaml as the chart was read from; written anew where it was not read from a text. */
  static ChartYamlText of(ChartMetadata metadata) {
    Location origin = metadata.raw().origin();
    String text = origin.isKnown() ? origin.source().text() : "";
    return new ChartYamlText(text.isEmpty() ? YamlWriter.write(metadata.raw()) : text);
  }

  /** With a key of the file set to a string. */
  ChartYamlText with(String key, String value) {
    MapNode before = read(text);
    MapNode wanted = before.with(key, TextNode.of(value));
    String edited = before.has(key) ? replaced(before, key, value) : appended(key, value);
    return new ChartYamlText(says(edited, wanted) ? edited : YamlWriter.write(wanted));
  }

  private static MapNode read(String yaml) {
    return YamlReader.read(new Source("Chart.yaml", yaml)) instanceof MapNode map
        ? map
        : MapNode.EMPTY;
  }

  /** An edit of lines may fail on YAML that nobody writes by hand; then it is written anew. */
  private static boolean says(String edited, MapNode wanted) {
    try {
      return read(edited).equals(wanted);
    } catch (ChartException unreadable) {
      return false;
    }
  }

  private String replaced(MapNode file, String key, String value) {
    Location place = file.keyOrigin(key);
    int start = lineStart(place.line()) + place.column() - 1;
    int lineBreak = text.indexOf('\n', start);
    int end = lineBreak < 0 ? text.length() : lineBreak;
    int comment = text.indexOf(" #", start);
    int valueEnd = comment >= 0 && comment < end ? comment : end;
    while (text.charAt(valueEnd - 1) == ' ' || text.charAt(valueEnd - 1) == '\r') {
      valueEnd--;
    }
    return text.substring(0, start) + line(key, value) + text.substring(valueEnd);
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }

  private String appended(String key, String value) {
    return text + (text.endsWith("\n") ? "" : "\n") + line(key, value) + "\n";
  }

  private static String line(String key, String value) {
    Node written = MapNode.EMPTY.with(key, TextNode.of(value));
    return YamlWriter.write(written).stripTrailing();
  }
}
