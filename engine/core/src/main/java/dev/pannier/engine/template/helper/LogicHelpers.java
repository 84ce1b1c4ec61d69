package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.LOGIC;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;

/** Conditions, comparisons and defaults: those of Go's templates and of Sprig's defaults.go. */
final class LogicHelpers {

  private LogicHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "and" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "value…",
                  "The first empty value, or the last one where none is empty.",
                  "true 'yes'",
                  "yes",
                  LogicHelpers::and)
              .accepting(Missing.ANY);
      case "or" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "value…",
                  "The first value that is not empty, or the last one where all are.",
                  "'' 'fallback'",
                  "fallback",
                  LogicHelpers::or)
              .accepting(Missing.ANY);
      case "not" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "value",
                  "Whether a value is empty.",
                  "false",
                  "true",
                  call -> BoolNode.of(!Truth.of(call.at(0))))
              .accepting(Missing.ANY);
      case "eq" ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other…",
              "Whether a value equals any of the others: both numbers, both strings, both booleans,"
                  + " or one of them null. For lists and maps there is deepEqual.",
              "1 1.0",
              "true",
              LogicHelpers::eq);
      case "ne" ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other",
              "Whether two values differ.",
              "'a' 'b'",
              "true",
              call -> BoolNode.of(!Comparison.equal(call, call.at(1))));
      case "lt", "le", "gt", "ge" -> ordering(name);
      default -> defaults(name);
    };
  }

  private static HelperSpec ordering(String name) {
    return switch (name) {
      case "lt" ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other",
              "Whether the first number or string is less than the second.",
              "1 2",
              "true",
              call -> BoolNode.of(Comparison.of(call) < 0));
      case "le" ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other",
              "Whether the first number or string is not greater than the second.",
              "2 2",
              "true",
              call -> BoolNode.of(Comparison.of(call) <= 0));
      case "gt" ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other",
              "Whether the first number or string is greater than the second.",
              "1 2",
              "false",
              call -> BoolNode.of(Comparison.of(call) > 0));
      default ->
          HelperSpec.of(
              LOGIC,
              name,
              "value other",
              "Whether the first number or string is not less than the second.",
              "'b' 'a'",
              "true",
              call -> BoolNode.of(Comparison.of(call) >= 0));
    };
  }

  private static HelperSpec defaults(String name) {
    return switch (name) {
      case "default" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "fallback [value]",
                  "The value, or the fallback where the value is empty or missing.",
                  "'nginx' ''",
                  "nginx",
                  call -> call.size() > 1 && Truth.of(call.at(1)) ? call.at(1) : call.at(0))
              .accepting(Missing.LAST);
      case "empty" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "value",
                  "Whether a value is missing, null, false, 0, or an empty string, list or map.",
                  "(list)",
                  "true",
                  call -> BoolNode.of(!Truth.of(call.at(0))))
              .accepting(Missing.ANY);
      case "coalesce" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "[value…]",
                  "The first value that is not empty, or null where all are.",
                  "0 '' 'b' 'c'",
                  "b",
                  LogicHelpers::coalesce)
              .accepting(Missing.ANY);
      case "ternary" ->
          HelperSpec.of(
              LOGIC,
              name,
              "then else condition",
              "The first value where the condition is true, else the second."
                  + " The condition must be a boolean.",
              "'on' 'off' true",
              "on",
              call -> call.bool(2) ? call.at(0) : call.at(1));
      case "all" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "[value…]",
                  "Whether no value is empty.",
                  "1 'a' true",
                  "true",
                  call -> BoolNode.of(call.positional().stream().allMatch(Truth::of)))
              .accepting(Missing.ANY);
      case "any" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "[value…]",
                  "Whether some value is not empty.",
                  "0 '' true",
                  "true",
                  call -> BoolNode.of(call.positional().stream().anyMatch(Truth::of)))
              .accepting(Missing.ANY);
      case "required" ->
          HelperSpec.of(
                  LOGIC,
                  name,
                  "message value",
                  "The value, or an error with the message where it is missing, null or the empty"
                      + " string.",
                  "'A name is needed.' 'web'",
                  "web",
                  LogicHelpers::required)
              .accepting(Missing.LAST);
      case "fail" ->
          HelperSpec.of(
              LOGIC,
              name,
              "message",
              "Ends the render with the message.",
              "'The chart needs a name.'",
              "error: The chart needs a name.",
              call -> {
                throw new HelperException(call.text(0));
              });
      default -> throw new IllegalStateException("no helper of logic: " + name);
    };
  }

  private static Node and(Arguments call) {
    for (Node value : call.positional()) {
      if (!Truth.of(value)) {
        return value;
      }
    }
    return call.last();
  }

  private static Node or(Arguments call) {
    for (Node value : call.positional()) {
      if (Truth.of(value)) {
        return value;
      }
    }
    return call.last();
  }

  private static Node eq(Arguments call) {
    for (Node other : call.from(1)) {
      if (Comparison.equal(call, other)) {
        return BoolNode.TRUE;
      }
    }
    return BoolNode.FALSE;
  }

  private static Node coalesce(Arguments call) {
    for (Node value : call.positional()) {
      if (Truth.of(value)) {
        return value;
      }
    }
    return NullNode.NULL;
  }

  private static Node required(Arguments call) {
    Node value = call.at(1);
    if (value instanceof NullNode || value instanceof TextNode text && text.text().isEmpty()) {
      throw new HelperException(call.text(0));
    }
    return value;
  }
}
