package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two schemas that hold at the same time, as one. */
final class SchemaMerge {
  private SchemaMerge() {}

  static MapNode of(MapNode one, MapNode other) {
    MapNode result = one;
    for (Map.Entry<String, Node> entry : other.entries().entrySet()) {
      Node mine = result.get(entry.getKey());
      Node both = mine == null ? entry.getValue() : both(entry.getKey(), mine, entry.getValue());
      result = result.with(entry.getKey(), both);
    }
    return result;
  }

  private static Node both(String keyword, Node mine, Node theirs) {
    return switch (keyword) {
      case "properties", "patternProperties", "$defs", "definitions" -> schemas(mine, theirs);
      case "required" -> union(mine, theirs);
      case "enum" -> common(mine, theirs);
      case "type" -> types(mine, theirs);
      case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" ->
          further(mine, theirs, 1);
      case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" ->
          further(mine, theirs, -1);
      case "items", "additionalProperties", "propertyNames" ->
          mine instanceof MapNode one && theirs instanceof MapNode other ? of(one, other) : theirs;
      default -> theirs;
    };
  }

  private static Node schemas(Node mine, Node theirs) {
    if (!(mine instanceof MapNode result) || !(theirs instanceof MapNode others)) {
      return theirs;
    }
    MapNode merged = result;
    for (Map.Entry<String, Node> entry : others.entries().entrySet()) {
      boolean both =
          result.get(entry.getKey()) instanceof MapNode && entry.getValue() instanceof MapNode;
      // Both hold: a combination says so whatever the two of them are made of.
      Node schema =
          both
              ? Node.of(Map.of("allOf", List.of(result.map(entry.getKey()), entry.getValue())))
              : entry.getValue();
      merged = merged.with(entry.getKey(), schema);
    }
    return merged;
  }

  private static Node union(Node mine, Node theirs) {
    List<Node> all = new ArrayList<>(items(mine));
    items(theirs).stream().filter(item -> !all.contains(item)).forEach(all::add);
    return ListNode.of(all);
  }

  private static Node common(Node mine, Node theirs) {
    return ListNode.of(items(mine).stream().filter(items(theirs)::contains).toList());
  }

  private static Node types(Node mine, Node theirs) {
    List<Node> common = new ArrayList<>();
    for (Node type : items(mine)) {
      boolean whole =
          type.equals(TextNode.of("integer")) && items(theirs).contains(TextNode.of("number"));
      if (items(theirs).contains(type) || whole) {
        common.add(type);
      } else if (type.equals(TextNode.of("number"))
          && items(theirs).contains(TextNode.of("integer"))) {
        common.add(TextNode.of("integer"));
      }
    }
    return ListNode.of(common);
  }

  private static Node further(Node mine, Node theirs, int sign) {
    if (mine instanceof NumberNode one && theirs instanceof NumberNode other) {
      return one.decimal().compareTo(other.decimal()) * sign > 0 ? mine : theirs;
    }
    return theirs;
  }

  private static List<Node> items(Node node) {
    return node instanceof ListNode list ? list.items() : List.of(node);
  }
}
