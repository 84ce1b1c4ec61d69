package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a schema together; its keywords come in one order, whatever order they are set in. */
final class Keywords {

  private static final List<String> FIRST =
      List.of(
          "$schema",
          "$id",
          "$comment",
          "$ref",
          "title",
          "description",
          "deprecated",
          "type",
          "enum",
          "const",
          "format",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "default",
          "examples",
          "minItems",
          "maxItems",
          "uniqueItems",
          "items",
          "additionalProperties",
          "required",
          "properties");

  private final Map<String, Node> set = new LinkedHashMap<>();

  static Keywords of(MapNode schema) {
    Keywords keywords = new Keywords();
    keywords.set.putAll(schema.entries());
    return keywords;
  }

  static Keywords type(String type) {
    return new Keywords().with("type", type);
  }

  /** A keyword with plain data or a node. */
  Keywords with(String name, Object value) {
    set.put(name, Node.of(value));
    return this;
  }

  /** Adds a word to a keyword that is set and takes several. */
  void add(String name, Node word) {
    Node known = set.get(name);
    if (known != null) {
      List<Node> words = new ArrayList<>();
      if (known instanceof ListNode list) {
        words.addAll(list.items());
      } else {
        words.add(known);
      }
      words.add(word);
      set.put(name, ListNode.of(words));
    }
  }

  Keywords without(String name) {
    set.remove(name);
    return this;
  }

  boolean has(String name) {
    return set.containsKey(name);
  }

  MapNode schema() {
    Map<String, Node> ordered = new LinkedHashMap<>();
    for (String name : FIRST) {
      Node value = set.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    set.forEach(ordered::putIfAbsent);
    return MapNode.of(ordered);
  }
}
