package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.MATH;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * Sprig's numeric.go on whole numbers of 64 bits. What is no number is read as one first, as Sprig
 * does; a result beyond 64 bits is an error, where Sprig silently wraps around.
 */
final class MathHelpers {

  private MathHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "int", "int64" ->
          HelperSpec.of(
              MATH,
              name,
              "value",
              "A value as a whole number: fractions are cut off, texts are read, what is no"
                  + " number is 0.",
              "'8080'",
              "8080",
              call -> NumberNode.of(Cast.toLong(call.at(0))));
      case "float64" ->
          HelperSpec.of(
              MATH,
              name,
              "value",
              "A value as a number with a fraction; what is no number is 0.",
              "'1.5'",
              "1.5",
              call -> NumberNode.of(Cast.toDouble(call.at(0))));
      case "atoi" ->
          HelperSpec.of(
              MATH,
              name,
              "text",
              "A decimal text as a whole number, or 0 where it is none.",
              "'42'",
              "42",
              call -> NumberNode.of(Cast.parseLong(call.text(0), 10)));
      case "toDecimal" ->
          HelperSpec.of(
              MATH,
              name,
              "value",
              "The number whose octal form a value is, such as a file mode.",
              "'0777'",
              "511",
              call -> NumberNode.of(Cast.parseLong(GoText.of(call.at(0)), 8)));
      case "add" ->
          HelperSpec.of(
              MATH,
              name,
              "[number…]",
              "The sum of whole numbers.",
              "1 2 3",
              "6",
              call -> NumberNode.of(folded(0, call.positional(), Math::addExact)));
      case "add1" ->
          HelperSpec.of(
              MATH,
              name,
              "number",
              "The next whole number.",
              "1",
              "2",
              call -> NumberNode.of(folded(1, call.positional(), Math::addExact)));
      case "sub" ->
          HelperSpec.of(
              MATH,
              name,
              "number less",
              "The difference of two whole numbers.",
              "5 2",
              "3",
              call ->
                  NumberNode.of(
                      folded(Cast.toLong(call.at(0)), call.from(1), Math::subtractExact)));
      case "mul" ->
          HelperSpec.of(
              MATH,
              name,
              "number [factor…]",
              "The product of whole numbers.",
              "2 3 4",
              "24",
              call ->
                  NumberNode.of(
                      folded(Cast.toLong(call.at(0)), call.from(1), Math::multiplyExact)));
      case "div" ->
          HelperSpec.of(
              MATH,
              name,
              "number divisor",
              "The quotient of whole numbers, without its fraction.",
              "7 2",
              "3",
              call ->
                  NumberNode.of(folded(Cast.toLong(call.at(0)), call.from(1), Math::divideExact)));
      case "mod" ->
          HelperSpec.of(
              MATH,
              name,
              "number divisor",
              "The remainder of a division of whole numbers, with the sign of the first.",
              "7 3",
              "1",
              call ->
                  NumberNode.of(folded(Cast.toLong(call.at(0)), call.from(1), (a, b) -> a % b)));
      case "max", "biggest" ->
          HelperSpec.of(
              MATH,
              name,
              "number [other…]",
              "The greatest of whole numbers.",
              "1 3 2",
              "3",
              call -> NumberNode.of(folded(Cast.toLong(call.at(0)), call.from(1), Math::max)));
      case "min" ->
          HelperSpec.of(
              MATH,
              name,
              "number [other…]",
              "The least of whole numbers.",
              "3 1 2",
              "1",
              call -> NumberNode.of(folded(Cast.toLong(call.at(0)), call.from(1), Math::min)));
      default -> throw new IllegalStateException("no helper of whole numbers: " + name);
    };
  }

  private static long folded(long first, List<Node> others, LongBinaryOperator operation) {
    long result = first;
    try {
      for (Node other : others) {
        result = operation.applyAsLong(result, Cast.toLong(other));
      }
    } catch (ArithmeticException e) {
      throw FractionHelpers.impossible(e);
    }
    return result;
  }
}
