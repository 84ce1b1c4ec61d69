package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.NumberNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws numbers: the ends of a range above all, and numbers that computers find hard. */
final class NumberDraw {
  private static final List<String> WHOLE =
      List.of("0", "1", "2", "3", "7", "10", "80", "443", "1000000", "65535", "65536");
  private static final List<String> HUGE =
      List.of("2147483647", "2147483648", "9007199254740993", "-1", "-2147483649");
  private static final List<String> BROKEN = List.of("0.5", "0.10", "1.5", "-0.25", "1e3");

  private final Pick pick;
  private final Keywords keywords;
  private final boolean whole;

  private NumberDraw(Pick pick, Keywords keywords, boolean whole) {
    this.pick = pick;
    this.keywords = keywords;
    this.whole = whole;
  }

  /** A number that a schema allows, where one was found. */
  static Optional<NumberNode> of(Pick pick, Keywords keywords, boolean whole) {
    NumberDraw draw = new NumberDraw(pick, keywords, whole);
    List<String> choices = draw.choices();
    return choices.isEmpty() ? Optional.empty() : Optional.of(NumberNode.of(pick.of(choices)));
  }

  private List<String> choices() {
    List<String> tried = new ArrayList<>(WHOLE);
    tried.addAll(HUGE);
    if (!whole) {
      tried.addAll(BROKEN);
    }
    ends(tried);
    BigDecimal step = number("multipleOf");
    List<String> choices = new ArrayList<>();
    for (String text : tried) {
      String fitting = step == null ? text : multiple(text, step);
      if (isAllowed(new BigDecimal(fitting), step)) {
        choices.add(fitting);
      }
    }
    return choices;
  }

  private void ends(List<String> tried) {
    for (String keyword : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
      BigDecimal end = number(keyword);
      if (end != null) {
        for (int beside = -1; beside <= 1; beside++) {
          BigDecimal near = end.add(BigDecimal.valueOf(beside));
          tried.add(
              whole ? near.setScale(0, RoundingMode.FLOOR).toPlainString() : near.toPlainString());
        }
      }
    }
    BigDecimal least = number("minimum");
    BigDecimal most = number("maximum");
    if (least != null && most != null) {
      BigInteger width = most.subtract(least).toBigInteger();
      int bounded = width.bitLength() < 31 ? width.intValue() : Integer.MAX_VALUE - 1;
      BigDecimal inside = least.add(BigDecimal.valueOf(pick.between(0, bounded)));
      tried.add(inside.setScale(0, RoundingMode.CEILING).toPlainString());
    }
  }

  private static String multiple(String text, BigDecimal step) {
    BigDecimal times = new BigDecimal(text).divide(step, 0, RoundingMode.FLOOR);
    return times.multiply(step).toPlainString();
  }

  private boolean isAllowed(BigDecimal number, @Nullable BigDecimal step) {
    return compares("minimum", number, 0)
        && compares("exclusiveMinimum", number, 1)
        && compares("maximum", number.negate(), 0)
        && compares("exclusiveMaximum", number.negate(), 1)
        && (!whole || number.stripTrailingZeros().scale() <= 0)
        && (step == null || step.signum() == 0 || number.remainder(step).signum() == 0);
  }

  /** Whether a number is at least so far above a bound; upper bounds are looked at upside down. */
  private boolean compares(String keyword, BigDecimal number, int least) {
    BigDecimal bound = number(keyword);
    if (bound == null) {
      return true;
    }
    boolean upper = keyword.endsWith("aximum");
    return number.compareTo(upper ? bound.negate() : bound) >= least;
  }

  private @Nullable BigDecimal number(String keyword) {
    return keywords.schema().get(keyword) instanceof NumberNode number ? number.decimal() : null;
  }
}
