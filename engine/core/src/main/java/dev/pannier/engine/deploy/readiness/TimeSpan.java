package dev.pannier.engine.deploy.readiness;

import java.time.Duration;
import java.util.Optional;

/** Lengths of time as Kubernetes writes them: {@code 90s}, {@code 5m}, {@code 1h30m}. */
final class TimeSpan {

  private static final int LONGEST = 20;

  private TimeSpan() {}

  static Optional<Duration> parse(String text) {
    Duration sum = Duration.ZERO;
    int at = 0;
    while (at < text.length() && text.length() <= LONGEST) {
      int unit = at;
      while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
        unit++;
      }
      int end = unit;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      Optional<Duration> part = part(text.substring(at, unit), text.substring(unit, end));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(part.get());
      at = end;
    }
    return sum.isZero() || at < text.length() ? Optional.empty() : Optional.of(sum);
  }

  private static Optional<Duration> part(String number, String unit) {
    if (number.isEmpty() || number.length() > 9) {
      return Optional.empty();
    }
    long count = Long.parseLong(number);
    return switch (unit) {
      case "ms" -> Optional.of(Duration.ofMillis(count));
      case "s" -> Optional.of(Duration.ofSeconds(count));
      case "m" -> Optional.of(Duration.ofMinutes(count));
      case "h" -> Optional.of(Duration.ofHours(count));
      default -> Optional.empty();
    };
  }
}
