package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of data: what YAML and JSON can say. Immutable. Each node remembers where it was written;
 * two nodes are equal when they say the same, wherever they were written.
 */
public sealed interface Node permits MapNode, ListNode, ScalarNode {

  /** Where this was written; unknown where it was computed. */
  Location origin();

  /** The same data, written elsewhere. */
  Node withOrigin(Location origin);

  /** A node of plain Java data: maps, lists, strings, numbers, booleans, null, and nodes. */
  static Node of(@Nullable Object value) {
    return switch (value) {
      case null -> NullNode.NULL;
      case Node node -> node;
      case Map<?, ?> map -> {
        Map<String, Node> entries = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, item) -> entries.put(String.valueOf(key), of(item)));
        yield MapNode.of(entries);
      }
      case Iterable<?> items -> {
        List<Node> list = new ArrayList<>();
        items.forEach(item -> list.add(of(item)));
        yield ListNode.of(list);
      }
      case Boolean bool -> BoolNode.of(bool);
      case BigDecimal number -> NumberNode.of(number);
      case BigInteger number -> NumberNode.of(number.toString());
      case Double number -> NumberNode.of(number);
      case Float number -> NumberNode.of(number.doubleValue());
      case Number number -> NumberNode.of(number.longValue());
      case CharSequence text -> TextNode.of(text.toString());
      case Object other ->
          throw new IllegalArgumentException("not data: " + other.getClass().getName());
    };
  }

  /** What Kubernetes and JSON Schema call its type, for messages: {@code string}, {@code map}. */
  default String typeName() {
    return switch (this) {
      case MapNode _ -> "map";
      case ListNode _ -> "list";
      case TextNode _ -> "string";
      case NumberNode _ -> "number";
      case BoolNode _ -> "boolean";
      case NullNode _ -> "null";
    };
  }
}
