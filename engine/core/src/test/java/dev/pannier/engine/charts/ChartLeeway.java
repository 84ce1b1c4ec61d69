package dev.pannier.engine.charts;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;

/** What the charts do to texts before it writes them, and what they cannot take. */
final class ChartLeeway {

  private static final int LABEL = 63;

  private ChartLeeway() {}

  /** Names and labels are cut to 63 characters, without dashes at the end or plus signs. */
  static boolean accepts(String path, String expected, String actual) {
    String label = expected.replace('+', '_');
    return label.equals(actual) || isCut(label, actual) || isCut(expected, actual);
  }

  private static boolean isCut(String whole, String actual) {
    int length = whole.codePointCount(0, whole.length());
    String cut = length <= LABEL ? whole : whole.substring(0, whole.offsetByCodePoints(0, LABEL));
    return actual.equals(cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut);
  }

  static boolean refuses(Node value, Problem problem) {
    return switch (problem.code()) {
      case "template.long-key" -> PlacesLeeway.refuses(value, problem);
      case "manifest.missing-field", "manifest.wrong-type" ->
          !(value instanceof TextNode text) || text.text().equals("-");
      default -> !(value instanceof TextNode);
    };
  }
}
