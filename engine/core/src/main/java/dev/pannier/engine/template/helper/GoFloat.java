package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.NumberNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floating point numbers in the forms of Go's {@code %e}, {@code %f} and {@code %g}. */
final class GoFloat {

  private GoFloat() {}

  /**
   * A number in a form.
   *
   * @param precision as for printf; -1 is six digits, of {@code %g} as many as tell it apart
   */
  static String format(NumberNode number, char verb, int precision) {
    double value = number.toDouble();
    if (!Double.isFinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String text =
        switch (verb) {
          case 'f', 'F' ->
              new BigDecimal(value)
                  .setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
                  .toPlainString();
          case 'e', 'E' -> exponent(new BigDecimal(value), precision < 0 ? 6 : precision);
          default -> shortest(value, precision);
        };
    boolean lostSign = number.text().startsWith("-") && !text.startsWith("-") && value != 0;
    String signed = lostSign ? "-" + text : text;
    return Character.isUpperCase(verb) ? signed.toUpperCase(Locale.ROOT) : signed;
  }

  private static String shortest(double value, int precision) {
    BigDecimal digits = BigDecimal.valueOf(value);
    if (precision >= 0) {
      digits =
          new BigDecimal(value)
              .round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN));
    }
    if (digits.signum() == 0) {
      return "0";
    }
    digits = digits.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    int limit = precision < 0 ? 6 : Math.max(1, precision);
    return exponent < -4 || exponent >= limit
        ? exponent(digits, digits.precision() - 1)
        : digits.toPlainString();
  }

  /** {@code 1.5e+06}: one digit, a fraction, an exponent of at least two digits. */
  private static String exponent(BigDecimal value, int fraction) {
    BigDecimal rounded = value.round(new MathContext(fraction + 1, RoundingMode.HALF_EVEN));
    int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits =
        value.signum() == 0
            ? new BigDecimal(0).setScale(fraction).toPlainString()
            : rounded
                .movePointLeft(exponent)
                .setScale(fraction, RoundingMode.HALF_EVEN)
                .toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    String power = Integer.toString(Math.abs(exponent));
    return digits + "e" + sign + (power.length() < 2 ? "0" : "") + power;
  }
}
