package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.TYPES;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;

/**
 * Sprig's reflect.go, with the names of Go's types. A number without a fraction is an int to who
 * asks for its name, and answers to int, int64 and float64: in Helm it depends on where it comes
 * from.
 */
final class TypeHelpers {

  private TypeHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "kindOf" ->
          HelperSpec.of(
                  TYPES,
                  name,
                  "value",
                  "The kind of a value: string, int, float64, bool, map, slice, or invalid for"
                      + " null.",
                  "(list)",
                  "slice",
                  call -> TextNode.of(kind(call.at(0))))
              .accepting(Missing.ANY);
      case "kindIs" ->
          HelperSpec.of(
                  TYPES,
                  name,
                  "kind value",
                  "Whether a value is of a kind. A whole number is int, int64 and float64.",
                  "'map' (dict)",
                  "true",
                  call -> BoolNode.of(is(call.text(0), kind(call.at(1)), call.at(1))))
              .accepting(Missing.LAST);
      case "typeOf" ->
          HelperSpec.of(
                  TYPES,
                  name,
                  "value",
                  "The Go type of a value: string, int, float64, bool, map[string]interface {},"
                      + " []interface {}, or <nil>.",
                  "'a'",
                  "string",
                  call -> TextNode.of(GoText.typeOf(call.at(0))))
              .accepting(Missing.ANY);
      case "typeIs" ->
          HelperSpec.of(
                  TYPES,
                  name,
                  "type value",
                  "Whether a value is of a Go type. A whole number is int, int64 and float64.",
                  "'string' 'a'",
                  "true",
                  call -> BoolNode.of(is(call.text(0), GoText.typeOf(call.at(1)), call.at(1))))
              .accepting(Missing.LAST);
      case "typeIsLike" ->
          HelperSpec.of(
                  TYPES,
                  name,
                  "type value",
                  "As typeIs; Sprig adds pointers, which values never are.",
                  "'string' 'a'",
                  "true",
                  call -> BoolNode.of(is(call.text(0), GoText.typeOf(call.at(1)), call.at(1))))
              .accepting(Missing.LAST);
      default -> throw new IllegalStateException("no helper of types: " + name);
    };
  }

  private static boolean is(String wanted, String actual, Node value) {
    boolean whole = value instanceof NumberNode number && number.isInteger();
    return wanted.equals(actual) || whole && (wanted.equals("int64") || wanted.equals("float64"));
  }

  private static String kind(Node node) {
    return switch (node) {
      case MapNode _ -> "map";
      case ListNode _ -> "slice";
      case NullNode _ -> "invalid";
      case Node scalar -> GoText.typeOf(scalar);
    };
  }
}
