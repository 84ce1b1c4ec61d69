package dev.pannier.engine.template.helper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A layout of Go's package time: how {@code Mon Jan 2 15:04:05 MST 2006} would look. */
final class GoLayout {

  /** The longer ones first, where one begins with another. */
  private static final List<String> ELEMENTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "2006",
          "002",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "15",
          "__2",
          "_2",
          "1",
          "2",
          "3",
          "4",
          "5",
          "PM",
          "pm",
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07");

  private final String layout;

  private GoLayout(String layout) {
    this.layout = layout;
  }

  static GoLayout of(String layout) {
    return new GoLayout(layout);
  }

  String format(ZonedDateTime time) {
    return formatter(false).format(time);
  }

  /** The time that a text in this layout means; what it does not say is that of 0000-01-01, UTC. */
  ZonedDateTime parse(String text) {
    try {
      TemporalAccessor parsed = formatter(true).parse(text);
      ZoneId zone = parsed.query(TemporalQueries.zone());
      return LocalDate.from(parsed)
          .atTime(LocalTime.from(parsed))
          .atZone(zone == null ? ZoneOffset.UTC : zone);
    } catch (DateTimeException e) {
      HelperException exception =
          new HelperException(
              "The time `%s` does not look like the layout `%s`.".formatted(text, layout));
      exception.initCause(e);
      throw exception;
    }
  }

  private DateTimeFormatter formatter(boolean reading) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    Set<String> elements = new HashSet<>();
    int at = 0;
    while (at < layout.length()) {
      int fraction = fractionEnd(layout, at);
      String element = fraction > at ? layout.substring(at, fraction) : elementAt(layout, at);
      elements.add(element);
      at += Math.max(1, element.length());
      if (fraction >= at) {
        fraction(builder, element);
      } else if (element.isEmpty()) {
        builder.appendLiteral(layout.charAt(at - 1));
      } else {
        append(builder, element);
        boolean second = element.equals("05") || element.equals("5");
        if (reading && second && (at == layout.length() || fractionEnd(layout, at) == at)) {
          // Go reads a fraction of the second that its layout does not tell.
          builder.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true);
        }
      }
    }
    if (reading) {
      defaults(builder, elements);
    }
    return builder.toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  /** What a text in the layout does not say. */
  private static void defaults(DateTimeFormatterBuilder builder, Set<String> elements) {
    builder.parseDefaulting(ChronoField.YEAR, 0);
    if (Collections.disjoint(elements, List.of("002", "__2"))) {
      builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    if (Collections.disjoint(elements, List.of("03", "3"))) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    } else {
      builder.parseDefaulting(ChronoField.AMPM_OF_DAY, 0);
    }
    builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
    builder.parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0);
    builder.parseDefaulting(ChronoField.NANO_OF_SECOND, 0);
  }

  private static String elementAt(String layout, int at) {
    for (String element : ELEMENTS) {
      boolean word = element.equals("Jan") || element.equals("Mon");
      if (layout.startsWith(element, at) && !(word && smallFollows(layout, at + 3))) {
        return element;
      }
    }
    return "";
  }

  private static boolean smallFollows(String layout, int at) {
    return at < layout.length() && Character.isLowerCase(layout.charAt(at));
  }

  /** The end of {@code .000} or {@code ,999} after which no digit stands; else the start. */
  private static int fractionEnd(String layout, int at) {
    if (".,".indexOf(layout.charAt(at)) < 0 || at + 1 >= layout.length()) {
      return at;
    }
    char digit = layout.charAt(at + 1);
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean digitFollows = end < layout.length() && Character.isDigit(layout.charAt(end));
    return (digit == '0' || digit == '9') && !digitFollows ? end : at;
  }

  private static void fraction(DateTimeFormatterBuilder builder, String element) {
    int digits = Math.min(9, element.length() - 1);
    boolean fixed = element.charAt(1) == '0';
    if (fixed) {
      builder.appendLiteral(element.charAt(0));
    }
    // The JDK writes a point only; Go's comma is for fixed fractions.
    builder.appendFraction(ChronoField.NANO_OF_SECOND, fixed ? digits : 0, digits, !fixed);
  }

  private static void append(DateTimeFormatterBuilder builder, String element) {
    switch (element) {
      case "January" -> name(builder, ChronoField.MONTH_OF_YEAR, TextStyle.FULL);
      case "Jan" -> name(builder, ChronoField.MONTH_OF_YEAR, TextStyle.SHORT);
      case "01" -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
      case "1" -> builder.appendPattern("M");
      case "Monday" -> name(builder, ChronoField.DAY_OF_WEEK, TextStyle.FULL);
      case "Mon" -> name(builder, ChronoField.DAY_OF_WEEK, TextStyle.SHORT);
      case "02" -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
      case "_2" -> builder.padNext(2).appendPattern("d");
      case "2" -> builder.appendPattern("d");
      case "002" -> builder.appendValue(ChronoField.DAY_OF_YEAR, 3);
      case "__2" -> builder.padNext(3).appendPattern("D");
      case "2006" -> builder.appendValue(ChronoField.YEAR, 4);
      case "06" -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
      case "PM" -> builder.appendPattern("a");
      case "pm" -> builder.appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"));
      case "MST" -> builder.appendPattern("z");
      default -> clock(builder, element);
    }
  }

  /** Go minds no case of names, but of all else. */
  private static void name(DateTimeFormatterBuilder builder, ChronoField field, TextStyle style) {
    builder.parseCaseInsensitive().appendText(field, style).parseCaseSensitive();
  }

  private static void clock(DateTimeFormatterBuilder builder, String element) {
    switch (element) {
      case "15" -> builder.appendPattern("HH");
      case "03" -> builder.appendPattern("hh");
      case "3" -> builder.appendPattern("h");
      case "04" -> builder.appendPattern("mm");
      case "4" -> builder.appendPattern("m");
      case "05" -> builder.appendPattern("ss");
      case "5" -> builder.appendPattern("s");
      default -> offset(builder, element);
    }
  }

  /** {@code -0700}, or {@code Z0700}, which writes UTC as Z. */
  private static void offset(DateTimeFormatterBuilder builder, String element) {
    boolean zulu = element.startsWith("Z");
    String pattern =
        switch (element.substring(1)) {
          case "07" -> "+HH";
          case "0700" -> "+HHMM";
          case "07:00" -> "+HH:MM";
          case "070000" -> "+HHMMSS";
          default -> "+HH:MM:SS";
        };
    builder.appendOffset(
        pattern, zulu ? "Z" : pattern.replace("H", "0").replace("M", "0").replace("S", "0"));
  }
}
