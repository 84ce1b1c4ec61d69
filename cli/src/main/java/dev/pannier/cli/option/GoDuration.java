package dev.pannier.cli.option;

import dev.pannier.engine.problem.ChartException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths of time as Go writes them: {@code 5m}, {@code 1h30m}, {@code 1.5s} (Go's time.go). */
public final class GoDuration {
  private static final int LONGEST = 40;

  private GoDuration() {}

  /**
   * Reads a length of time.
   *
   * @param flag the flag that it is given with, for messages
   * @throws ChartException of reason USAGE when it is none
   */
  public static Duration parse(String flag, String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    BigDecimal nanos = BigDecimal.ZERO;
    int i = 0;
    while (i < text.length()) {
      int number = i;
      while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
        i++;
      }
      int unit = i;
      while (i < text.length() && !isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        i++;
      }
      long factor = nanosOf(text.substring(unit, i));
      if (factor == 0 || unit == number || text.length() > LONGEST) {
        throw wrong(flag, text);
      }
      nanos = nanos.add(decimal(flag, text, number, unit).multiply(BigDecimal.valueOf(factor)));
    }
    if (text.isEmpty() || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw wrong(flag, text);
    }
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static BigDecimal decimal(String flag, String text, int start, int end) {
    try {
      return new BigDecimal(text.substring(start, end));
    } catch (NumberFormatException _) {
      throw wrong(flag, text);
    }
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "µs", "μs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }

  private static ChartException wrong(String flag, String text) {
    boolean bare = !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    return UsageProblem.of(
        "cli.flag-value",
        "`" + flag + "` takes a length of time, but is set to `" + text + "`.",
        bare
            ? "Add a unit: `" + text + "s` for seconds, `" + text + "m` for minutes."
            : "Write it like `90s`, `5m` or `1h30m`.");
  }
}
