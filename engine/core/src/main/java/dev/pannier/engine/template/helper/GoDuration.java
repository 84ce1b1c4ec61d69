package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.time.Duration;

/** Durations in Go's form: {@code 1h30m}, {@code 1.5s}, {@code -200ms}. */
final class GoDuration {

  private GoDuration() {}

  /** Reads a duration, or throws a HelperException. */
  static Duration parse(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return Duration.ZERO;
    }
    if (at == text.length()) {
      throw wrong(text);
    }
    BigDecimal nanos = BigDecimal.ZERO;
    while (at < text.length()) {
      int unit = skip(text, at, true);
      int end = skip(text, unit, false);
      nanos = nanos.add(number(text, at, unit).multiply(nanosOf(text, text.substring(unit, end))));
      at = end;
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw wrong(text);
    }
    return Duration.ofNanos(negative ? -nanos.longValue() : nanos.longValue());
  }

  private static int skip(String text, int from, boolean digits) {
    int i = from;
    while (i < text.length() && digits == "0123456789.".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static BigDecimal number(String text, int start, int end) {
    try {
      return new BigDecimal(text.substring(start, end));
    } catch (NumberFormatException e) {
      HelperException exception = wrong(text);
      exception.initCause(e);
      throw exception;
    }
  }

  private static BigDecimal nanosOf(String text, String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs", "μs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> throw wrong(text);
        });
  }

  private static HelperException wrong(String text) {
    return new HelperException(
        "`%s` is no duration.".formatted(text), "Write it as `90s`, `1h30m` or `-24h`.");
  }

  /** A duration as Go writes it: {@code 1h0m5s}, {@code 1.5s}, {@code 20ms}. */
  static String text(Duration duration) {
    Duration positive = duration.abs();
    long hours = positive.toHours();
    String text =
        (hours > 0 ? hours + "h" : "")
            + (positive.toMinutes() > 0 ? positive.toMinutesPart() + "m" : "")
            + seconds(positive);
    return duration.isNegative() ? "-" + text : text;
  }

  /** What lies below a minute, in a smaller unit where it is all and less than a second. */
  private static String seconds(Duration duration) {
    long nanos = duration.toNanosPart();
    if (nanos == 0 || duration.toSeconds() > 0) {
      return plain(duration.toSecondsPart() * 1_000_000_000L + nanos, 9) + "s";
    }
    if (nanos >= 1_000_000) {
      return plain(nanos, 6) + "ms";
    }
    return nanos >= 1_000 ? plain(nanos, 3) + "µs" : nanos + "ns";
  }

  private static String plain(long nanos, int scale) {
    BigDecimal units = BigDecimal.valueOf(nanos, scale);
    return units.signum() == 0 ? "0" : units.stripTrailingZeros().toPlainString();
  }

  /** Of a text or a number of seconds, as Helm 4 takes them; a HelperException where it is none. */
  static Duration of(Node node) {
    return switch (node) {
      case NumberNode number -> seconds(number);
      case TextNode text -> ofText(text.text().strip());
      case BoolNode _, NullNode _, MapNode _, ListNode _ -> throw wrong(node.toString());
    };
  }

  /** The same, but nothing where it is none. */
  static Duration orZero(Node node) {
    try {
      return of(node);
    } catch (HelperException e) {
      return Duration.ZERO;
    }
  }

  private static Duration ofText(String text) {
    try {
      return seconds(NumberNode.of(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return parse(text);
    }
  }

  private static Duration seconds(NumberNode seconds) {
    BigDecimal nanos = seconds.decimal().movePointRight(9);
    if (nanos.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw wrong(seconds.text() + "s");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /** A duration in its greatest unit: {@code 2h}, {@code 3mo}. */
  static String rounded(String text) {
    long seconds = parse(text).abs().toSeconds();
    boolean beyond = parse(text).abs().toNanosPart() > 0;
    long[] sizes = {31_536_000, 2_592_000, 86_400, 3_600, 60, 1};
    String[] units = {"y", "mo", "d", "h", "m", "s"};
    for (int i = 0; i < sizes.length; i++) {
      // Sprig takes a unit only where the duration is longer than one of it.
      if (seconds > sizes[i] || seconds == sizes[i] && beyond) {
        return seconds / sizes[i] + units[i];
      }
    }
    return "0s";
  }
}
