package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.DATES;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Sprig's date.go with Go's layouts. A time is a text as of RFC 3339, or a number of seconds since
 * 1970; the local zone is UTC everywhere, so that a chart renders the same on any machine.
 */
final class DateHelpers {

  /** Not the offset, whose name is Z. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  private DateHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "now" ->
          HelperSpec.of(
              DATES,
              name,
              "",
              "The time of the render, as a text of RFC 3339 in UTC.",
              "{{hasPrefix '20' (now)}}",
              "true",
              call ->
                  TextNode.of(
                      call.surroundings()
                          .clock()
                          .instant()
                          .truncatedTo(ChronoUnit.SECONDS)
                          .toString()));
      case "date" ->
          HelperSpec.of(
              DATES,
              name,
              "layout time",
              "A time in UTC, in a layout of Go's: what 2006-01-02 15:04:05 would look" + " like.",
              "'2006-01-02' 0",
              "1970-01-01",
              call -> TextNode.of(GoLayout.of(call.text(0)).format(inUtc(call, 1))));
      case "dateInZone", "date_in_zone" ->
          HelperSpec.of(
              DATES,
              name,
              "layout time zone",
              "A time in a zone, in a layout of Go's.",
              "'15:04 MST' 0 'UTC'",
              "00:00 UTC",
              call -> TextNode.of(GoLayout.of(call.text(0)).format(inZone(call, 1, call.text(2)))));
      case "htmlDate" ->
          HelperSpec.of(
              DATES,
              name,
              "time",
              "The date of a time in UTC, as HTML forms write it.",
              "0",
              "1970-01-01",
              call -> TextNode.of(inUtc(call, 0).toLocalDate().toString()));
      case "htmlDateInZone" ->
          HelperSpec.of(
              DATES,
              name,
              "time zone",
              "The date of a time in a zone, as HTML forms write it.",
              "0 'UTC'",
              "1970-01-01",
              call -> TextNode.of(inZone(call, 0, call.text(1)).toLocalDate().toString()));
      case "unixEpoch" ->
          HelperSpec.of(
              DATES,
              name,
              "time",
              "The seconds from 1970 to a time, as a text.",
              "'2006-01-02T15:04:05Z'",
              "1136214245",
              call -> TextNode.of(Long.toString(moment(call, 0).toEpochSecond())));
      case "dateModify", "date_modify", "mustDateModify", "must_date_modify" ->
          HelperSpec.of(
              DATES,
              name,
              "duration time",
              "A time moved by a duration.",
              "'-1h30m' '2006-01-02T15:04:05Z'",
              "2006-01-02T13:34:05Z",
              call -> written(moment(call, 1).plus(GoDuration.parse(call.text(0)))));
      case "toDate", "mustToDate" ->
          HelperSpec.of(
              DATES,
              name,
              "layout text",
              "The time that a text in a layout of Go's means.",
              "'2006-01-02' '2017-12-31'",
              "2017-12-31T00:00:00Z",
              call -> written(GoLayout.of(call.text(0)).parse(call.text(1))));
      case "ago" ->
          HelperSpec.of(
              DATES,
              name,
              "time",
              "How long a time lies back, as a duration.",
              "{{hasSuffix 's' (ago 0)}}",
              "true",
              call ->
                  TextNode.of(
                      GoDuration.text(
                          Duration.between(
                              time(call, 0).toInstant(),
                              call.surroundings()
                                  .clock()
                                  .instant()
                                  .truncatedTo(ChronoUnit.SECONDS)))));
      default -> throw new IllegalStateException("no helper of dates: " + name);
    };
  }

  /** A time that is none of the numbers, as Helm wants it of some. */
  private static ZonedDateTime moment(Arguments call, int index) {
    if (call.at(index) instanceof NumberNode number) {
      throw call.wrongType(index, "time", number);
    }
    return time(call, index);
  }

  private static ZonedDateTime inUtc(Arguments call, int index) {
    return time(call, index).withZoneSameInstant(UTC);
  }

  private static ZonedDateTime time(Arguments call, int index) {
    return switch (call.at(index)) {
      case NumberNode seconds -> Instant.ofEpochSecond(Cast.toLong(seconds)).atZone(UTC);
      case TextNode text -> read(call, index, text);
      case Node other -> throw call.wrongType(index, "time", other);
    };
  }

  private static ZonedDateTime read(Arguments call, int index, TextNode text) {
    try {
      return text.text().length() == 10
          ? LocalDate.parse(text.text()).atStartOfDay(UTC)
          : ZonedDateTime.parse(text.text());
    } catch (DateTimeParseException e) {
      HelperException exception = call.wrongType(index, "time such as 2006-01-02T15:04:05Z", text);
      exception.initCause(e);
      throw exception;
    }
  }

  private static ZonedDateTime inZone(Arguments call, int index, String zone) {
    ZonedDateTime time = time(call, index);
    try {
      boolean utc = zone.isEmpty() || zone.equals("UTC") || zone.equals("Local");
      return time.withZoneSameInstant(utc ? UTC : ZoneId.of(zone));
    } catch (DateTimeException e) {
      HelperException exception =
          new HelperException("The time zone `%s` is not known.".formatted(zone));
      exception.initCause(e);
      throw exception;
    }
  }

  private static Node written(ZonedDateTime time) {
    return TextNode.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }
}
