package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.DURATIONS;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Sprig's durations (date.go) and those of Helm 4 (its engine/funcs.go). A duration is a text as Go
 * writes it, or a number of seconds; what is none counts as 0 wherever it does in Helm.
 */
final class DurationHelpers {

  private static final double NANOS = 1e9;

  private DurationHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "duration" ->
          HelperSpec.of(
              DURATIONS,
              name,
              "seconds",
              "A number of seconds as a duration.",
              "95",
              "1m35s",
              call -> written(Duration.ofSeconds(Cast.toLong(call.at(0)))));
      case "durationRound" ->
          HelperSpec.of(
              DURATIONS,
              name,
              "duration",
              "A duration in its greatest unit.",
              "'2h10m5s'",
              "2h",
              call -> TextNode.of(GoDuration.rounded(call.text(0))));
      case "mustToDuration" ->
          HelperSpec.of(
              DURATIONS,
              name,
              "duration",
              "A duration in Go's form. What is none is an error.",
              "'90m'",
              "1h30m0s",
              call -> written(GoDuration.of(call.at(0))));
      case "durationRoundTo" ->
          HelperSpec.of(
              DURATIONS,
              name,
              "duration unit",
              "A duration rounded to the nearest multiple of another one, halves away from 0.",
              "'2h13m' '15m'",
              "2h15m0s",
              call -> written(rounded(call, true)));
      case "durationTruncateTo" ->
          HelperSpec.of(
              DURATIONS,
              name,
              "duration unit",
              "A duration cut to a multiple of another one.",
              "'2h13m' '15m'",
              "2h0m0s",
              call -> written(rounded(call, false)));
      case "durationMilliseconds" -> whole(name, "milliseconds", 1_000_000, "1500");
      case "durationMicroseconds" -> whole(name, "microseconds", 1_000, "1500000");
      case "durationNanoseconds" -> whole(name, "nanoseconds", 1, "1500000000");
      default -> fractions(name);
    };
  }

  private static HelperSpec fractions(String name) {
    return switch (name) {
      case "durationSeconds" -> fraction(name, "seconds", "'1m1.5s'", "61.5", d -> in(d, 1));
      case "durationMinutes" -> fraction(name, "minutes", "'90s'", "1.5", d -> in(d, 60));
      case "durationHours" -> fraction(name, "hours", "'90m'", "1.5", d -> in(d, 3600));
      case "durationDays" -> fraction(name, "days", "'36h'", "1.5", d -> in(d, 3600) / 24);
      case "durationWeeks" -> fraction(name, "weeks", "'252h'", "1.5", d -> in(d, 3600) / 24 / 7);
      default -> throw new IllegalStateException("no helper of durations: " + name);
    };
  }

  private static HelperSpec fraction(
      String name, String unit, String example, String result, ToDoubleFunction<Duration> count) {
    return HelperSpec.of(
        DURATIONS,
        name,
        "duration",
        "A duration in " + unit + ", with their fraction; 0 where it is no duration.",
        example,
        result,
        call -> NumberNode.of(count.applyAsDouble(GoDuration.orZero(call.at(0)))));
  }

  private static HelperSpec whole(String name, String unit, long nanos, String result) {
    return HelperSpec.of(
        DURATIONS,
        name,
        "duration",
        "A duration in whole " + unit + "; 0 where it is no duration.",
        "'1.5s'",
        result,
        call -> NumberNode.of(GoDuration.orZero(call.at(0)).toNanos() / nanos));
  }

  /** As Go's Duration.Hours: the whole units, and the rest as a fraction of one. */
  private static double in(Duration duration, long seconds) {
    long unit = seconds * 1_000_000_000L;
    long nanos = duration.toNanos();
    return nanos / unit + (nanos % unit) / (seconds * NANOS);
  }

  private static Duration rounded(Arguments call, boolean nearest) {
    long nanos = GoDuration.orZero(call.at(0)).toNanos();
    long unit = GoDuration.orZero(call.at(1)).toNanos();
    if (unit <= 0) {
      return Duration.ofNanos(nanos);
    }
    long rest = nanos % unit;
    boolean away = nearest && Math.abs(rest) >= unit - Math.abs(rest);
    return Duration.ofNanos(nanos - rest).plusNanos(away ? Long.signum(rest) * unit : 0);
  }

  private static Node written(Duration duration) {
    return TextNode.of(GoDuration.text(duration));
  }
}
