package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Types in the words of JSON Schema. */
final class ValueTypes {

  private ValueTypes() {}

  static String of(Node node) {
    return switch (node) {
      case MapNode _ -> "object";
      case ListNode _ -> "array";
      case TextNode _ -> "string";
      case NumberNode number -> number.isInteger() ? "integer" : "number";
      case BoolNode _ -> "boolean";
      case NullNode _ -> "null";
    };
  }

  /** The types of some nodes, in their order; integers are numbers too. */
  static Set<String> of(Collection<? extends Node> nodes) {
    Set<String> types = new LinkedHashSet<>();
    nodes.forEach(node -> types.add(of(node)));
    if (types.contains("number")) {
      types.remove("integer");
    }
    return types;
  }

  /** As the keyword {@code type} takes them: a word, or a list of words. */
  static Node keyword(Collection<String> types) {
    return types.size() == 1 ? TextNode.of(types.iterator().next()) : Node.of(List.copyOf(types));
  }
}
