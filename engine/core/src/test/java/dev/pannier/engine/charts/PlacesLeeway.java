package dev.pannier.engine.charts;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;

/** What places do to a text beyond holding it, and what they cannot hold. */
final class PlacesLeeway {

  private PlacesLeeway() {}

  /** In a block the line breaks at the end are those that its header asks for. */
  static boolean accepts(String path, String expected, String actual) {
    return path.contains("block") && strip(expected).equals(strip(actual));
  }

  /**
   * A long key is no key of YAML on one line; a map may hold a key that stands beside it already.
   */
  static boolean refuses(Node value, Problem problem) {
    return switch (problem.code()) {
      case "template.long-key" -> value instanceof TextNode text && text.text().length() > 100;
      case "yaml.duplicate-key" -> value instanceof MapNode;
      default -> false;
    };
  }

  private static String strip(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }
}
