package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that both Helm and we can make.
 *
 * @param helper the helper that it is about
 * @param arguments its arguments; none where there is a text
 * @param text a call with others within it: {@code len (randAlpha 8)}
 * @param go the same in Go's templates, where that needs other words
 */
record HelperCall(String helper, ListNode arguments, @Nullable String text, @Nullable String go) {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /** Functions that Helm 3.21 has not yet, in terms of those that it has. */
  private static final Map<String, String> LATER =
      Map.ofEntries(
          Map.entry("mustToYaml", "(toYaml $1)"),
          Map.entry(
              "mustToToml",
              "(trimPrefix \"\" (ternary nil (toToml $1) (regexMatch \"^toml: \" (toToml $1))))"),
          Map.entry("mustToDuration", "(toString (" + duration("$1", "mustDateModify") + "))"),
          Map.entry("durationSeconds", "(" + duration("$1") + ").Seconds"),
          Map.entry("durationMilliseconds", "(" + duration("$1") + ").Milliseconds"),
          Map.entry("durationMicroseconds", "(" + duration("$1") + ").Microseconds"),
          Map.entry("durationNanoseconds", "(" + duration("$1") + ").Nanoseconds"),
          Map.entry("durationMinutes", "(" + duration("$1") + ").Minutes"),
          Map.entry("durationHours", "(" + duration("$1") + ").Hours"),
          Map.entry("durationDays", "(divf (" + duration("$1") + ").Hours 24)"),
          Map.entry("durationWeeks", "(divf (divf (" + duration("$1") + ").Hours 24) 7)"),
          Map.entry(
              "durationRoundTo",
              "(toString ((" + duration("$1") + ").Round (" + duration("$2") + ")))"),
          Map.entry(
              "durationTruncateTo",
              "(toString ((" + duration("$1") + ").Truncate (" + duration("$2") + ")))"));

  /** The call as an operand of a Go template. */
  String inGo() {
    String later = LATER.get(helper);
    if (go != null) {
      return "(" + go + ")";
    }
    if (text != null) {
      return "(" + QUOTED.matcher(text).replaceAll("\"$1\"").replaceAll("\\bnull\\b", "nil") + ")";
    }
    if (later != null) {
      String filled = later;
      for (int i = 0; i < arguments.size(); i++) {
        filled = filled.replace("$" + (i + 1), literal(arguments.get(i)));
      }
      return filled;
    }
    StringBuilder call = new StringBuilder("(").append(helper);
    arguments.forEach(argument -> call.append(' ').append(literal(argument)));
    return call.append(')').toString();
  }

  /** What our helper gives. */
  Node value() {
    return text == null
        ? Calls.call(helper, arguments.items())
        : new Calls(1).node("{{" + text + "}}");
  }

  // 1 and 1.0 are equal nodes, but not the same call.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HelperCall call && toString().equals(call.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return helper + ": " + (text == null ? arguments.toString() : text);
  }

  private static String duration(String value) {
    return duration(value, "dateModify");
  }

  /** Go's own time.Duration, as the difference of two times; a bare number means seconds. */
  private static String duration(String value, String modify) {
    String text = "(toString %s | trim)".formatted(value);
    String unit =
        "(ternary (printf \"%%ss\" %s) %s (regexMatch \"^[-+0-9.]+$\" %s))"
            .formatted(text, text, text);
    return "(%s %s (toDate \"2006\" \"2000\")).Sub (toDate \"2006\" \"2000\")"
        .formatted(modify, unit);
  }

  private static String literal(Node node) {
    return switch (node) {
      case TextNode text -> JsonWriter.write(text);
      case NumberNode number -> number.text();
      case BoolNode bool -> bool.text();
      case NullNode _ -> "nil";
      case ListNode list -> {
        StringBuilder out = new StringBuilder("(list");
        list.forEach(item -> out.append(' ').append(literal(item)));
        yield out.append(')').toString();
      }
      case MapNode map -> {
        StringBuilder out = new StringBuilder("(dict");
        map.entries()
            .forEach((key, value) ->
                out.append(' ')
                    .append(JsonWriter.write(TextNode.of(key)))
                    .append(' ')
                    .append(literal(value)));
        yield out.append(')').toString();
      }
    };
  }
}
