package dev.pannier.engine.charts;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.Set;

/** What the charts do to texts before it writes them, and what they cannot take. */
final class ChartLeeway {

  private static final int LABEL = 63;
  private static final int LONG_NAME = 52;

  private ChartLeeway() {}

  /**
   * Names and labels are cut, without dashes at the end or plus signs; of a name with a suffix the
   * part before it is. postgresql.conf doubles quotes, and a document of YAML in a text has its
   * own.
   */
  static boolean accepts(String path, String expected, String actual) {
    String label = expected.replace('+', '_');
    return label.equals(actual)
        || isCut(label, actual, LABEL)
        || isCut(expected, actual, LABEL)
        || isCut(expected, actual, LONG_NAME)
        || isCutInside(expected, actual)
        || path.endsWith(".postgresql.conf") && unquoted(expected).equals(unquoted(actual))
        || path.endsWith(".agent.yaml") && isAgentConfig(actual);
  }

  private static boolean isCut(String whole, String actual, int limit) {
    int length = whole.codePointCount(0, whole.length());
    String cut = length <= limit ? whole : whole.substring(0, whole.offsetByCodePoints(0, limit));
    return actual.equals(cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut);
  }

  /** The shorter the suffix, the longer what stands before it. */
  private static boolean isCutInside(String expected, String actual) {
    int start = 0;
    int least = Math.min(expected.length(), actual.length());
    while (start < least && expected.charAt(start) == actual.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && expected.charAt(expected.length() - 1 - end)
            == actual.charAt(actual.length() - 1 - end)) {
      end++;
    }
    boolean oneIsCut = start + end >= least - 1;
    return oneIsCut && actual.codePointCount(0, actual.length()) <= LABEL && start >= 20;
  }

  private static String unquoted(String text) {
    return text.replace("'", "");
  }

  private static boolean isAgentConfig(String text) {
    return YamlReader.read(new Source("agent.yaml", text)) instanceof MapNode config
        && config.keys().equals(Set.of("pipeline", "service"));
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
