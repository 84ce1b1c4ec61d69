package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.util.Base64;

/** Whether a value is of a basic type, as the API server reads it. */
final class BasicCheck {

  /** An integer of so many characters fits into 64 bits, and needs no big numbers to say so. */
  private static final int SURELY_LONG = 18;

  private BasicCheck() {}

  static boolean fits(Node node, Basic type) {
    return switch (type) {
      case STRING -> node instanceof TextNode;
      case TIME -> node instanceof TextNode text && SchemaFormat.isTime(text.text());
      case BYTES -> node instanceof TextNode text && isBase64(text.text());
      case INT32 -> node instanceof NumberNode number && fits(number, Integer.SIZE);
      case INT64 -> node instanceof NumberNode number && fits(number, Long.SIZE);
      case NUMBER -> node instanceof NumberNode;
      case BOOL -> node instanceof BoolNode;
      case QUANTITY ->
          node instanceof NumberNode || node instanceof TextNode text && isQuantity(text.text());
      case INT_OR_STRING ->
          node instanceof TextNode
              || node instanceof NumberNode number && fits(number, Integer.SIZE);
      case OBJECT -> node instanceof MapNode;
      case ANY -> true;
    };
  }

  /** Whether a number is whole; 80.0 and 1e3 are. */
  static boolean isWhole(NumberNode number) {
    BigDecimal decimal = number.decimal();
    return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
  }

  private static boolean fits(NumberNode number, int bits) {
    long largest = bits == Integer.SIZE ? Integer.MAX_VALUE : Long.MAX_VALUE;
    if (number.isInteger() && number.text().length() <= SURELY_LONG) {
      long value = Long.parseLong(number.text());
      return value <= largest && value >= -largest - 1;
    }
    BigDecimal decimal = number.decimal();
    return isWhole(number)
        && decimal.compareTo(BigDecimal.valueOf(largest)) <= 0
        && decimal.compareTo(BigDecimal.valueOf(-largest - 1)) >= 0;
  }

  /** Go's encoding/base64, StdEncoding: padding must be there, line breaks do not count. */
  private static boolean isBase64(String text) {
    String unbroken = text.replace("\n", "").replace("\r", "");
    if (unbroken.length() % 4 != 0) {
      return false;
    }
    try {
      Base64.getDecoder().decode(unbroken);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** The grammar of k8s.io/apimachinery/pkg/api/resource/quantity.go. */
  static boolean isQuantity(String text) {
    int sign = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    int at = digits(text, sign);
    int whole = at - sign;
    int fraction = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digits(text, at + 1);
      fraction = end - at - 1;
      at = end;
    }
    return whole + fraction > 0 && isSuffix(text.substring(at));
  }

  private static boolean isSuffix(String suffix) {
    return switch (suffix) {
      case "", "n", "u", "m", "k", "M", "G", "T", "P", "E" -> true;
      case "Ki", "Mi", "Gi", "Ti", "Pi", "Ei" -> true;
      default -> isExponent(suffix);
    };
  }

  private static boolean isExponent(String suffix) {
    if (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E') {
      return false;
    }
    int start = suffix.length() > 1 && "+-".indexOf(suffix.charAt(1)) >= 0 ? 2 : 1;
    return start < suffix.length() && digits(suffix, start) == suffix.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
