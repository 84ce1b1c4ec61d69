package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar means to Kubernetes: the rules of go-yaml 2 (resolve.go), on which
 * sigs.k8s.io/yaml stands. Booleans are those of YAML 1.1; dates and base-60 numbers are strings.
 */
final class PlainScalar {

  private PlainScalar() {}

  /** The typed value of a plain scalar. */
  static ScalarNode resolve(String text, Location origin) {
    if (isNull(text)) {
      return new NullNode(origin);
    }
    if (isTrue(text)) {
      return new BoolNode(true, origin);
    }
    if (isFalse(text)) {
      return new BoolNode(false, origin);
    }
    String number = number(text);
    return number == null ? new TextNode(text, origin) : new NumberNode(number, origin);
  }

  /** Whether a text would be read as anything but the string it is. */
  static boolean isOtherThanText(String text) {
    return isNull(text)
        || isTrue(text)
        || isFalse(text)
        || isNotFinite(text)
        || number(text) != null
        || isDecimal(text)
        || text.equals("<<")
        || text.equals("=");
  }

  /** A number by YAML 1.2, also where its exponent is too large for ours, which take it as text. */
  private static boolean isDecimal(String text) {
    int whole = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    int point = skipDigits(text, whole);
    int digits = point - whole;
    int end = point;
    if (point < text.length() && text.charAt(point) == '.') {
      end = skipDigits(text, point + 1);
      digits += end - point - 1;
    }
    if (digits > 0 && end < text.length() && "eE".indexOf(text.charAt(end)) >= 0) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int exponent = end + 1 + sign;
      end = skipDigits(text, exponent);
      digits = end - exponent;
    }
    return digits > 0 && end == text.length();
  }

  static boolean isNotFinite(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> true;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      default -> false;
    };
  }

  private static boolean isNull(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  private static boolean isTrue(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      default -> false;
    };
  }

  private static boolean isFalse(String text) {
    return switch (text) {
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> true;
      default -> false;
    };
  }

  /** The number a text means, in a form that JSON knows too; null where it means none. */
  static @Nullable String number(String text) {
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    if (!isDigit(first) && first != '-' && first != '+' && first != '.') {
      return null;
    }
    String plain = text.indexOf('_') < 0 || first == '.' ? text : text.replace("_", "");
    int start = first == '-' || first == '+' ? 1 : 0;
    String sign = first == '-' ? "-" : "";
    String digits = plain.substring(start);
    if (digits.isEmpty()) {
      return null;
    }
    String prefixed = prefixed(digits);
    if (prefixed != null) {
      return sign + prefixed;
    }
    return decimal(sign, digits);
  }

  /** {@code 0x1F}, {@code 0b11}, {@code 0o17}, {@code 017} in decimal. */
  private static @Nullable String prefixed(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return null;
    }
    int radix =
        switch (digits.charAt(1)) {
          case 'x', 'X' -> 16;
          case 'b', 'B' -> 2;
          case 'o', 'O' -> 8;
          default -> 0;
        };
    String body = radix == 0 ? digits.substring(1) : digits.substring(2);
    int base = radix == 0 ? 8 : radix;
    if (body.isEmpty()) {
      return null;
    }
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) >= 128 || Character.digit(body.charAt(i), base) < 0) {
        return null;
      }
    }
    return new BigInteger(body, base).toString();
  }

  /** Digits, an optional fraction, an optional exponent; leading zeros and lone dots mended. */
  private static @Nullable String decimal(String sign, String digits) {
    int end = digits.length();
    int i = skipDigits(digits, 0);
    int wholeEnd = i;
    int fractionStart = i;
    int fractionEnd = i;
    if (i < end && digits.charAt(i) == '.') {
      fractionStart = i + 1;
      fractionEnd = skipDigits(digits, fractionStart);
      i = fractionEnd;
    }
    if (wholeEnd == 0 && fractionEnd == fractionStart) {
      return null;
    }
    String exponent = "";
    if (i < end && (digits.charAt(i) == 'e' || digits.charAt(i) == 'E')) {
      int exponentDigits = i + 1;
      if (exponentDigits < end && "+-".indexOf(digits.charAt(exponentDigits)) >= 0) {
        exponentDigits++;
      }
      int exponentEnd = skipDigits(digits, exponentDigits);
      if (exponentEnd == exponentDigits || exponentEnd - exponentDigits > 4) {
        return null;
      }
      exponent = digits.substring(i, exponentEnd);
      i = exponentEnd;
    }
    if (i != end) {
      return null;
    }
    int wholeStart = 0;
    while (wholeStart < wholeEnd - 1 && digits.charAt(wholeStart) == '0') {
      wholeStart++;
    }
    String whole = wholeEnd == 0 ? "0" : digits.substring(wholeStart, wholeEnd);
    String fraction =
        fractionEnd > fractionStart ? "." + digits.substring(fractionStart, fractionEnd) : "";
    return sign + whole + fraction + exponent;
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
