package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema says, by keyword. */
record Keywords(MapNode schema) {

  /** The value of a counting keyword. */
  int count(String keyword, int otherwise) {
    return schema.get(keyword) instanceof NumberNode number && number.integer().bitLength() < 31
        ? number.integer().intValue()
        : otherwise;
  }

  String text(String keyword) {
    return schema.text(keyword).orElse("");
  }

  boolean is(String keyword) {
    return schema.get(keyword) instanceof BoolNode bool && bool.value();
  }

  List<String> texts(String keyword) {
    List<String> texts = new ArrayList<>();
    for (Node item : schema.list(keyword)) {
      if (item instanceof TextNode text) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  /** The types that it allows, as JSON Schema names them; empty where any may be. */
  List<String> types() {
    Node type = schema.get("type");
    if (type instanceof TextNode one) {
      return List.of(one.text());
    }
    return type instanceof ListNode ? texts("type") : implied();
  }

  /** What is meant by a schema that names no type but speaks of one. */
  private List<String> implied() {
    if (hasAny("properties", "patternProperties", "propertyNames", "minProperties")
        || schema.get("additionalProperties") instanceof MapNode) {
      return List.of("object");
    }
    if (hasAny("items", "prefixItems", "minItems", "contains", "uniqueItems")) {
      return List.of("array");
    }
    if (hasAny("pattern", "minLength", "maxLength", "format")) {
      return List.of("string");
    }
    return hasAny("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum")
        ? List.of("number")
        : List.of();
  }

  boolean hasAny(String... keywords) {
    for (String keyword : keywords) {
      if (schema.has(keyword)) {
        return true;
      }
    }
    return false;
  }
}
