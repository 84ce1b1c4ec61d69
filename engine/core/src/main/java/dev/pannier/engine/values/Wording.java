package dev.pannier.engine.values;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import java.util.List;

/** How messages speak of data. */
final class Wording {

  private static final int LONGEST = 60;

  private Wording() {}

  /** A node by its type: {@code a map}, {@code null}. */
  static String of(Node node) {
    return node instanceof NullNode ? "null" : "a " + node.typeName();
  }

  /** A node's value in JSON, cut short where it is long. */
  static String value(Node node) {
    String json = JsonWriter.write(node);
    return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
  }

  /** A node as briefly as tells why it does not fit: a number by value, all else by type. */
  static String brief(Node node) {
    return switch (node) {
      case NumberNode number -> "`" + number.text() + "`";
      case ListNode list when list.isEmpty() -> "an empty list";
      case Node other -> of(other);
    };
  }

  /** {@code `a`, `b` or `c`}. */
  static String either(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " or " + items.getLast();
  }
}
