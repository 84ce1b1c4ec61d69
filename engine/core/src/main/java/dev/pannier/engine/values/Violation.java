package dev.pannier.engine.values;

import java.util.List;

/**
 * What a schema does not allow, as its validator tells it.
 *
 * @param keyword the keyword that is violated: {@code minimum}
 * @param instance where in the values
 * @param property the key that is missing or too many; empty where the keyword names none
 * @param evaluation the way through the schema, references followed
 * @param place where in the schema the keyword stands
 * @param matches of oneOf: how many forms fit
 */
record Violation(
    String keyword,
    NodePath instance,
    String property,
    NodePath evaluation,
    NodePath place,
    int matches) {

  private static final List<String> CHOICES = List.of("anyOf", "oneOf");

  /** How long the way to the first choice is that lies behind a point, or -1. */
  int choiceAfter(int start) {
    List<Object> parts = evaluation.parts();
    for (int i = start; i < parts.size(); i++) {
      boolean last = i + 1 == parts.size();
      if (CHOICES.contains(parts.get(i))
          && (last ? CHOICES.contains(keyword) : parts.get(i + 1) instanceof Integer)) {
        return i + 1;
      }
    }
    return -1;
  }

  /** How deep in the values one is after a part of the way through the schema. */
  int depthAt(int evaluated) {
    int depth = 0;
    List<Object> parts = evaluation.parts();
    for (int i = 0; i < evaluated; i++) {
      switch (parts.get(i).toString()) {
        case "properties", "patternProperties" -> {
          depth++;
          i++;
        }
        case "items", "prefixItems" -> {
          depth++;
          i += i + 1 < evaluated && parts.get(i + 1) instanceof Integer ? 1 : 0;
        }
        case "additionalProperties",
            "additionalItems",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contains" ->
            depth++;
        case "allOf", "anyOf", "oneOf", "dependentSchemas", "dependencies" -> i++;
        default -> {}
      }
    }
    return Math.min(depth, instance.length());
  }
}
