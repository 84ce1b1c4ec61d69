package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;
import java.util.Map;

/**
 * What chooses objects by their labels.
 *
 * @param labels each must be there
 * @param expressions {@code matchExpressions}
 * @param place where it is written
 */
record Selector(MapNode labels, Iterable<Node> expressions, Location place) {

  /** A selector as Services have it: labels and nothing else. */
  static Selector ofLabels(MapNode owner, String key) {
    MapNode labels = owner.map(key);
    return new Selector(labels, List.of(), owner.keyOrigin(key));
  }

  /** A {@code LabelSelector}. */
  static Selector of(MapNode owner, String key) {
    MapNode selector = owner.map(key);
    Location place =
        selector.has("matchLabels") ? selector.keyOrigin("matchLabels") : owner.keyOrigin(key);
    return new Selector(selector.map("matchLabels"), selector.list("matchExpressions"), place);
  }

  /** Whether it demands nothing, and so chooses all or none. */
  boolean isEmpty() {
    return labels.isEmpty() && !expressions.iterator().hasNext();
  }

  boolean matches(MapNode given) {
    for (Map.Entry<String, Node> wanted : labels.entries().entrySet()) {
      Node has = given.get(wanted.getKey());
      if (has == null || !text(has).equals(text(wanted.getValue()))) {
        return false;
      }
    }
    for (Node expression : expressions) {
      if (expression instanceof MapNode map && !holds(map, given)) {
        return false;
      }
    }
    return true;
  }

  /** The first label that objects with these labels lack or have otherwise; empty where none. */
  String firstMismatch(MapNode given) {
    for (Map.Entry<String, Node> wanted : labels.entries().entrySet()) {
      Node has = given.get(wanted.getKey());
      if (has == null || !text(has).equals(text(wanted.getValue()))) {
        return wanted.getKey() + ": " + text(wanted.getValue());
      }
    }
    return "";
  }

  private static boolean holds(MapNode expression, MapNode given) {
    Node value = given.get(expression.text("key").orElse(""));
    boolean listed = false;
    for (Node one : expression.list("values")) {
      listed |= value != null && text(one).equals(text(value));
    }
    return switch (expression.text("operator").orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> true;
    };
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : node.toString();
  }
}
