package dev.pannier.engine.manifest.kind;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a quantity comes to (k8s.io/apimachinery/pkg/api/resource). */
public final class Quantity {

  private static final String BINARY = "KMGTPE";
  private static final String DECIMAL = "kMGTPE";
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final int LONGEST_EXPONENT = 4;

  private Quantity() {}

  /** The number of a quantity; null of what is none, or past all that can be meant. */
  public static @Nullable BigDecimal value(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean endless = exponent >= 0 && text.length() - exponent - 1 > LONGEST_EXPONENT;
    if (endless || !BasicCheck.isQuantity(text)) {
      return null;
    }
    char last = text.charAt(text.length() - 1);
    if (last == 'i') {
      int power = BINARY.indexOf(text.charAt(text.length() - 2)) + 1;
      return number(text, 2).multiply(KIBI.pow(power));
    }
    int power = DECIMAL.indexOf(last) + 1;
    if (power > 0) {
      return number(text, 1).scaleByPowerOfTen(3 * power);
    }
    return switch (last) {
      case 'm' -> number(text, 1).scaleByPowerOfTen(-3);
      case 'u' -> number(text, 1).scaleByPowerOfTen(-6);
      case 'n' -> number(text, 1).scaleByPowerOfTen(-9);
      default -> number(text, 0);
    };
  }

  private static BigDecimal number(String text, int suffix) {
    return new BigDecimal(text.substring(0, text.length() - suffix));
  }
}
