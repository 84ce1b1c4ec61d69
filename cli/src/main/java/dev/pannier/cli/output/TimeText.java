package dev.pannier.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Moments as Helm writes them. By hand: a formatter of the JDK loads a locale's whole calendar. */
public final class TimeText {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private TimeText() {}

  /** {@code Fri Nov 20 21:33:00 2026}, Go's ANSIC. */
  public static String ansic(Instant moment, ZoneId zone) {
    ZonedDateTime time = moment.atZone(zone);
    int day = time.getDayOfMonth();
    return DAYS[time.getDayOfWeek().ordinal()]
        + " "
        + MONTHS[time.getMonth().ordinal()]
        + (day < 10 ? "  " : " ")
        + day
        + " "
        + clock(time)
        + " "
        + time.getYear();
  }

  /** {@code 2026-11-20 21:33:00.123456789 +0000 UTC}, as Go prints a moment. */
  public static String full(Instant moment, ZoneId zone) {
    ZonedDateTime time = moment.atZone(zone);
    int seconds = time.getOffset().getTotalSeconds();
    int minutes = Math.abs(seconds) / 60;
    String offset = (seconds < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60);
    return time.toLocalDate()
        + " "
        + clock(time)
        + fraction(time.getNano())
        + " "
        + offset
        + " "
        // Go does the same for zones without a name of their own.
        + (seconds == 0 ? "UTC" : offset);
  }

  /** A length of time in whole seconds: {@code 42s}, {@code 3m05s}, {@code 1h02m}. */
  static String length(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return seconds + "s";
    }
    return seconds < 3600
        ? seconds / 60 + "m" + two((int) (seconds % 60)) + "s"
        : seconds / 3600 + "h" + two((int) (seconds / 60 % 60)) + "m";
  }

  private static String clock(ZonedDateTime time) {
    return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = Integer.toString(1_000_000_000 + nanos).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return "." + digits.substring(0, end);
  }
}
