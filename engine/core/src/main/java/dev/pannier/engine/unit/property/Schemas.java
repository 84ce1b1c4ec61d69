package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON schema made plain for drawing: references are followed, {@code allOf} is merged, and of
 * {@code anyOf}, {@code oneOf} and {@code if} a branch is taken by chance. What that gets wrong the
 * validator refuses later.
 */
final class Schemas {
  private static final int DEEPEST = 40;

  private final Node root;
  private final RandomGenerator random;

  Schemas(Node root, RandomGenerator random) {
    this.root = root;
    this.random = random;
  }

  /** A schema without references and combinations; null where it allows nothing. */
  @Nullable MapNode plain(Node schema) {
    return plain(schema, 0);
  }

  private @Nullable MapNode plain(Node schema, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    if (!(schema instanceof MapNode map)) {
      return schema instanceof BoolNode bool && !bool.value() ? null : MapNode.EMPTY;
    }
    MapNode result = map;
    for (String key : new String[] {"$ref", "allOf", "anyOf", "oneOf", "if"}) {
      Node value = map.get(key);
      if (value != null) {
        result = with(result.without(key), key, value, map, depth);
        if (result == null) {
          return null;
        }
      }
    }
    return result;
  }

  private @Nullable MapNode with(MapNode schema, String key, Node value, MapNode whole, int depth) {
    return switch (key) {
      case "$ref" -> merged(schema, referenced(value), depth);
      case "allOf" -> all(schema, value, depth);
      case "if" -> conditional(schema, value, whole, depth);
      default ->
          value instanceof ListNode list && !list.isEmpty()
              ? merged(schema, list.get(random.nextInt(list.size())), depth)
              : schema;
    };
  }

  private @Nullable MapNode all(MapNode schema, Node value, int depth) {
    MapNode result = schema;
    if (value instanceof ListNode list) {
      for (Node part : list) {
        result = merged(result, part, depth);
        if (result == null) {
          return null;
        }
      }
    }
    return result;
  }

  private @Nullable MapNode conditional(MapNode schema, Node condition, MapNode whole, int depth) {
    MapNode rest = schema.without("then").without("else");
    Node then = whole.get("then");
    Node otherwise = whole.get("else");
    if (random.nextBoolean()) {
      MapNode fulfilled = merged(rest, condition, depth);
      return fulfilled == null || then == null ? fulfilled : merged(fulfilled, then, depth);
    }
    return otherwise == null ? rest : merged(rest, otherwise, depth);
  }

  private @Nullable MapNode merged(MapNode schema, Node other, int depth) {
    MapNode plain = plain(other, depth + 1);
    return plain == null ? null : SchemaMerge.of(schema, plain);
  }

  private Node referenced(Node reference) {
    if (!(reference instanceof TextNode text)) {
      return MapNode.EMPTY;
    }
    if (text.text().equals("#")) {
      return root;
    }
    Node node = root;
    for (String part : text.text().substring(Math.min(2, text.text().length())).split("/", -1)) {
      Node next = child(node, part.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        // An anchor or an identifier: nothing is known of what it names, so anything may be drawn.
        return MapNode.EMPTY;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node child(Node node, String part) {
    if (node instanceof MapNode map) {
      return map.get(part);
    }
    boolean index =
        !part.isEmpty() && part.length() < 5 && part.chars().allMatch(c -> c >= '0' && c <= '9');
    return node instanceof ListNode list && index && Integer.parseInt(part) < list.size()
        ? list.get(Integer.parseInt(part))
        : null;
  }
}
