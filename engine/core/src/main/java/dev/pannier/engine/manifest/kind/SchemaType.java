package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Set;

/** Whether a value is of the type that a JSON schema names. */
final class SchemaType {

  private SchemaType() {}

  static boolean fits(Node node, MapNode schema) {
    if (schema.get("enum") instanceof ListNode values && !values.items().contains(node)
        || schema.has("const") && !node.equals(schema.get("const"))) {
      return false;
    }
    if (schema.get("type") instanceof TextNode type) {
      return fits(node, type.text()) || node instanceof NullNode && isNullable(schema);
    }
    Set<String> types = CustomTypes.texts(schema.get("type"));
    return types.isEmpty() || types.stream().anyMatch(type -> fits(node, type));
  }

  /** Whether null may stand there. */
  static boolean isNullable(MapNode schema) {
    return CustomTypes.isOn(schema, "nullable")
        || CustomTypes.texts(schema.get("type")).contains("null")
        || !schema.has("type") && !CustomTypes.isOn(schema, "x-kubernetes-int-or-string");
  }

  private static boolean fits(Node node, String type) {
    return switch (type) {
      case "string" -> node instanceof TextNode;
      case "integer" -> node instanceof NumberNode number && BasicCheck.isWhole(number);
      case "number" -> node instanceof NumberNode;
      case "boolean" -> node instanceof BoolNode;
      case "object" -> node instanceof MapNode;
      case "array" -> node instanceof ListNode;
      case "null" -> node instanceof NullNode;
      default -> true;
    };
  }
}
