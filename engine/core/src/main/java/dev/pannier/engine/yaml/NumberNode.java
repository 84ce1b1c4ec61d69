package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number in its written form: {@code 1000000}, {@code 0.10}, {@code 1e3}. Octal, hexadecimal and
 * underscored integers are held in their decimal form. Two numbers are equal when their values are.
 *
 * @param text the number as JSON and YAML both read it
 * @param origin where it was written
 */
public record NumberNode(String text, Location origin) implements ScalarNode {

  /** A computed number in its written form, which must be one that JSON knows. */
  public static NumberNode of(String text) {
    return new NumberNode(text, Location.unknown());
  }

  /** A computed integer. */
  public static NumberNode of(long number) {
    return of(Long.toString(number));
  }

  /** A computed decimal, never in exponent form. */
  public static NumberNode of(BigDecimal number) {
    return of(number.toPlainString());
  }

  /**
   * A computed floating point number: whole ones without a fraction, as Go prints them in YAML.
   *
   * @throws IllegalArgumentException when it is infinite or not a number
   */
  public static NumberNode of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("not a finite number: " + number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return of(exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros());
  }

  /** Whether it is written without fraction and exponent. */
  public boolean isInteger() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    return true;
  }

  /** Its exact value. */
  public BigDecimal decimal() {
    return new BigDecimal(text);
  }

  /** Its exact value without the fraction. */
  public BigInteger integer() {
    return isInteger() ? new BigInteger(text) : decimal().toBigInteger();
  }

  /** Its nearest floating point value. */
  public double toDouble() {
    return Double.parseDouble(text);
  }

  @Override
  public NumberNode withOrigin(Location place) {
    return new NumberNode(text, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberNode that
        && (text.equals(that.text) || decimal().compareTo(that.decimal()) == 0);
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toDouble() + 0.0);
  }

  @Override
  public String toString() {
    return text;
  }
}
