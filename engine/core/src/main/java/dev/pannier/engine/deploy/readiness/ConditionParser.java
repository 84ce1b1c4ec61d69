package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.path.NodePath;
import java.math.BigDecimal;
import java.util.List;

/** Reads a {@link Condition}. For one text. */
final class ConditionParser {

  private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");
  private static final String STATUS = "condition(";
  private static final String REASON = "reason(";
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  ConditionParser(String text) {
    this.text = text;
  }

  Expression parse() {
    Expression whole = or();
    if (at < text.length()) {
      throw wrong("`" + text.substring(at) + "` is left over");
    }
    return whole;
  }

  private Expression or() {
    if (++depth > DEEPEST) {
      throw wrong("it is nested too deeply");
    }
    Expression left = and();
    while (taken("||")) {
      left = new Expression.Or(left, and());
    }
    depth--;
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (taken("&&")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    boolean negated = false;
    while (!text.startsWith("!=", at) && taken("!")) {
      negated = !negated;
    }
    Expression inner = one();
    return negated ? new Expression.Not(inner) : inner;
  }

  private Expression one() {
    if (taken("(")) {
      Expression inner = or();
      if (!taken(")")) {
        throw wrong("a `)` is missing");
      }
      return inner;
    }
    Operand left = operand();
    for (String operator : OPERATORS) {
      if (taken(operator)) {
        return new Expression.Comparison(left, operator, operand());
      }
    }
    return new Expression.Present(left);
  }

  private Operand operand() {
    blanks();
    if (at >= text.length()) {
      throw wrong("something is missing at its end");
    }
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      return new Operand.Constant(TextNode.of(quoted()));
    }
    if (text.startsWith(STATUS, at)) {
      return condition(STATUS, "status");
    }
    if (text.startsWith(REASON, at)) {
      return condition(REASON, "reason");
    }
    return named(word());
  }

  private Operand condition(String opening, String field) {
    int end = text.indexOf(')', at);
    if (end < 0) {
      throw wrong("a `)` is missing");
    }
    String type = text.substring(at + opening.length(), end).strip().replace("\"", "");
    at = end + 1;
    blanks();
    return new Operand.OfCondition(type, field);
  }

  private Operand named(String word) {
    return switch (word) {
      case "true", "false" -> new Operand.Constant(BoolNode.of(word.equals("true")));
      case "null" -> new Operand.Constant(NullNode.NULL);
      case "" -> throw wrong("a path or a value must stand before `" + text.substring(at) + "`");
      default ->
          Character.isDigit(word.charAt(0)) || word.charAt(0) == '-'
              ? new Operand.Constant(number(word))
              : new Operand.Path(path(word));
    };
  }

  private NumberNode number(String word) {
    try {
      return NumberNode.of(new BigDecimal(word));
    } catch (NumberFormatException _) {
      throw wrong("`" + word + "` is no number");
    }
  }

  private NodePath path(String word) {
    try {
      return NodePath.parse(new Source(text, word));
    } catch (ChartException e) {
      throw wrong("`" + word + "` is no path");
    }
  }

  /** Up to a blank or an operator; within brackets, anything. */
  private String word() {
    int start = at;
    int brackets = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (brackets == 0 && (Character.isWhitespace(c) || "=!<>&|()".indexOf(c) >= 0)) {
        break;
      }
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      at++;
    }
    String word = text.substring(start, at);
    blanks();
    return word;
  }

  private String quoted() {
    int end = text.indexOf(text.charAt(at), at + 1);
    if (end < 0) {
      throw wrong("the quotes are not closed");
    }
    String quoted = text.substring(at + 1, end);
    at = end + 1;
    blanks();
    return quoted;
  }

  private boolean taken(String token) {
    blanks();
    boolean there = text.startsWith(token, at);
    if (there) {
      at += token.length();
      blanks();
    }
    return there;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private ChartException wrong(String why) {
    return Problem.error(
            "deploy.wait-rule", "The rule `" + text.strip() + "` cannot be read: " + why + ".")
        .hint(
            "Write it like `status.phase == \"Running\"` or `condition(Ready) == \"True\" &&"
                + " status.replicas > 0`.")
        .exception();
  }
}
