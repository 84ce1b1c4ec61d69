package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigInteger;

/**
 * Turns anything into a number as Sprig does (spf13/cast): strings are read as Go's literals,
 * booleans are 1 and 0, and what is no number is 0.
 */
final class Cast {

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Cast() {}

  /** A whole number of 64 bits; a fraction is cut off. */
  static long toLong(Node node) {
    return switch (node) {
      case NumberNode number -> exactly(number);
      case TextNode text -> parseLong(withoutZeroFraction(text.text()), 0);
      case BoolNode bool -> bool.value() ? 1 : 0;
      case NullNode _, MapNode _, ListNode _ -> 0;
    };
  }

  /** A floating point number. */
  static double toDouble(Node node) {
    return switch (node) {
      case NumberNode number -> number.toDouble();
      case TextNode text -> parseDouble(text.text());
      case BoolNode bool -> bool.value() ? 1 : 0;
      case NullNode _, MapNode _, ListNode _ -> 0;
    };
  }

  private static long exactly(NumberNode number) {
    BigInteger value = number.integer();
    if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
      throw new HelperException("The number `%s` does not fit into 64 bits.".formatted(number));
    }
    return value.longValue();
  }

  /**
   * Go's strconv.ParseInt, whose error is 0.
   *
   * @param base 0 lets the text say it: {@code 0x1f}, {@code 0b1}, {@code 0o17}, {@code 017}
   */
  static long parseLong(String text, int base) {
    int start = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    String digits = text.substring(start);
    int radix = base;
    if (base == 0) {
      radix = prefixedRadix(digits);
      digits = digits.substring(prefixLength(digits, radix));
      digits = withoutUnderscores(digits, radix != 10);
    }
    if (!isAllDigits(digits, radix)) {
      return 0;
    }
    BigInteger value = new BigInteger(text.startsWith("-") ? "-" + digits : digits, radix);
    return value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0 ? 0 : value.longValue();
  }

  private static int prefixedRadix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String digits, int radix) {
    return switch (radix) {
      case 10 -> 0;
      case 8 -> "oO".indexOf(digits.charAt(1)) >= 0 ? 2 : 1;
      default -> 2;
    };
  }

  /**
   * {@code 1_000} as {@code 1000}; an underscore stays where digits or a prefix are not around it.
   */
  private static String withoutUnderscores(String digits, boolean prefixed) {
    boolean stray =
        digits.startsWith("_") && !prefixed || digits.endsWith("_") || digits.contains("__");
    return stray ? digits : digits.replace("_", "");
  }

  private static boolean isAllDigits(String digits, int radix) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) >= 128 || Character.digit(digits.charAt(i), radix) < 0) {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  /** {@code 12.00} as {@code 12}; any other fraction stays. */
  private static String withoutZeroFraction(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return text;
    }
    for (int i = dot + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return text;
      }
    }
    return text.substring(0, dot);
  }

  private static double parseDouble(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return 0;
      }
    }
    try {
      double value = text.isEmpty() ? 0 : Double.parseDouble(text);
      return Double.isFinite(value) ? value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
