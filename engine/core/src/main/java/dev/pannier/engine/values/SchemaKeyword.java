package dev.pannier.engine.values;

import org.jspecify.annotations.Nullable;

/** What must stand behind each keyword of JSON Schema, in any of its drafts. */
enum SchemaKeyword {
  /** A schema: a map or a boolean. */
  SCHEMA("a map or a boolean"),
  /** A schema, or a list of them. */
  SCHEMA_OR_LIST("a map, a boolean or a list of them"),
  /** A list of schemas. */
  SCHEMA_LIST("a list of schemas"),
  /** A map from names to schemas. */
  SCHEMA_MAP("a map of schemas"),
  /** A map from names to schemas or lists of strings. */
  DEPENDENCIES("a map of schemas or of lists of strings"),
  TYPE("a type or a list of types"),
  PATTERN("a regular expression"),
  STRING("a string"),
  STRING_LIST("a list of strings"),
  NUMBER("a number"),
  NUMBER_OR_BOOLEAN("a number"),
  COUNT("a whole number from 0"),
  BOOLEAN("a boolean"),
  LIST("a list"),
  REFERENCE("a reference");

  private final String wanted;

  SchemaKeyword(String wanted) {
    this.wanted = wanted;
  }

  /** In words. */
  String wanted() {
    return wanted;
  }

  /** What a keyword wants; null for all keywords that hold no schema and restrict nothing. */
  static @Nullable SchemaKeyword of(String name) {
    return switch (name) {
      case "additionalProperties",
          "additionalItems",
          "unevaluatedProperties",
          "unevaluatedItems",
          "propertyNames",
          "contains",
          "not",
          "if",
          "then",
          "else" ->
          SCHEMA;
      case "items" -> SCHEMA_OR_LIST;
      case "allOf", "anyOf", "oneOf", "prefixItems" -> SCHEMA_LIST;
      case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" ->
          SCHEMA_MAP;
      case "dependencies" -> DEPENDENCIES;
      case "type" -> TYPE;
      case "pattern" -> PATTERN;
      case "$id", "$anchor", "format", "$schema", "title", "description" -> STRING;
      case "required" -> STRING_LIST;
      case "minimum", "maximum", "multipleOf" -> NUMBER;
      case "exclusiveMinimum", "exclusiveMaximum" -> NUMBER_OR_BOOLEAN;
      case "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minContains",
          "maxContains" ->
          COUNT;
      case "uniqueItems" -> BOOLEAN;
      case "enum" -> LIST;
      case "$ref", "$dynamicRef", "$recursiveRef" -> REFERENCE;
      default -> null;
    };
  }
}
