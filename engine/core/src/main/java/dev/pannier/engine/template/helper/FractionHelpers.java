package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.FRACTIONS;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Sprig's numeric.go on numbers with a fraction, added and multiplied in decimal, as Sprig does.
 */
final class FractionHelpers {

  private FractionHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "add1f" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number",
              "A number plus one.",
              "1.5",
              "2.5",
              call ->
                  NumberNode.of(
                      folded(decimal(call.at(0)), List.of(NumberNode.of(1)), BigDecimal::add)));
      case "addf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "[number…]",
              "The sum of numbers.",
              "1.5 2",
              "3.5",
              call -> NumberNode.of(folded(BigDecimal.ZERO, call.positional(), BigDecimal::add)));
      case "subf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number [less…]",
              "A number less the others.",
              "7.5 2 3",
              "2.5",
              call ->
                  NumberNode.of(folded(decimal(call.at(0)), call.from(1), BigDecimal::subtract)));
      case "mulf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number [factor…]",
              "The product of numbers.",
              "1.5 2",
              "3",
              call ->
                  NumberNode.of(folded(decimal(call.at(0)), call.from(1), BigDecimal::multiply)));
      case "divf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number [divisor…]",
              "A number divided by the others, one after the other.",
              "10 4",
              "2.5",
              call ->
                  NumberNode.of(
                      folded(decimal(call.at(0)), call.from(1), FractionHelpers::quotient)));
      case "maxf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number [other…]",
              "The greatest of numbers.",
              "1 2.5",
              "2.5",
              call -> NumberNode.of(folded(decimal(call.at(0)), call.from(1), BigDecimal::max)));
      case "minf" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number [other…]",
              "The least of numbers.",
              "1.5 2",
              "1.5",
              call -> NumberNode.of(folded(decimal(call.at(0)), call.from(1), BigDecimal::min)));
      case "floor" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number",
              "The greatest whole number that is not above a number.",
              "2.7",
              "2",
              call -> NumberNode.of(Math.floor(Cast.toDouble(call.at(0)))));
      case "ceil" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number",
              "The least whole number that is not below a number.",
              "2.1",
              "3",
              call -> NumberNode.of(Math.ceil(Cast.toDouble(call.at(0)))));
      case "round" ->
          HelperSpec.of(
              FRACTIONS,
              name,
              "number places [from]",
              "A number with so many decimals, rounded up from a half or from the given"
                  + " fraction.",
              "123.5555 3",
              "123.556",
              FractionHelpers::round);
      default -> throw new IllegalStateException("no helper of numbers: " + name);
    };
  }

  private static BigDecimal decimal(Node node) {
    return BigDecimal.valueOf(Cast.toDouble(node));
  }

  private static double folded(
      BigDecimal first, List<Node> others, BinaryOperator<BigDecimal> operation) {
    BigDecimal result = first;
    try {
      for (Node other : others) {
        result = operation.apply(result, decimal(other));
      }
    } catch (ArithmeticException e) {
      throw impossible(e);
    }
    return finite(result.doubleValue());
  }

  /** Sixteen decimals, as shopspring/decimal divides for Sprig. */
  private static BigDecimal quotient(BigDecimal number, BigDecimal divisor) {
    return number.divide(divisor, 16, RoundingMode.HALF_UP);
  }

  private static Node round(Arguments call) {
    double power = Math.pow(10, call.count(1));
    double digits = power * Cast.toDouble(call.at(0));
    double from = call.size() > 2 ? Cast.toDouble(call.at(2)) : 0.5;
    double fraction = digits % 1;
    double rounded = fraction >= from ? Math.ceil(digits) : Math.floor(digits);
    return NumberNode.of(finite(rounded / power));
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new HelperException("The result is no number that can be written.");
    }
    return number;
  }

  static HelperException impossible(ArithmeticException cause) {
    String why =
        String.valueOf(cause.getMessage()).contains("overflow")
            ? "The result does not fit into 64 bits."
            : "A number cannot be divided by zero.";
    HelperException exception = new HelperException(why);
    exception.initCause(cause);
    return exception;
  }
}
