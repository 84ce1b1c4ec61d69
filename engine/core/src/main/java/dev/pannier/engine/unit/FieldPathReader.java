package dev.pannier.engine.unit;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads paths of fields. */
final class FieldPathReader {
  private final String text;
  private final Location place;
  private int at;

  private FieldPathReader(String text, Location place) {
    this.text = text;
    this.place = place;
  }

  /**
   * Reads a path; a leading {@code .} or {@code $.} says nothing.
   *
   * @param place where it is written
   * @throws ChartException when it is none
   */
  static FieldPath read(String text, Location place) {
    FieldPathReader reader = new FieldPathReader(text, place);
    reader.at = text.startsWith("$") ? 1 : 0;
    return new FieldPath(text, reader.steps());
  }

  private List<FieldPath.Step> steps() {
    List<FieldPath.Step> steps = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        steps.add(bracket());
      } else if (c == '.' && at + 1 < text.length() && text.charAt(at + 1) != '.') {
        at++;
      } else if (c == '.' || c == ']') {
        throw wrong("`" + c + "` stands where a key must stand.");
      } else {
        steps.add(key());
      }
    }
    return steps;
  }

  private FieldPath.Step key() {
    int start = at;
    while (at < text.length() && ".[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String key = text.substring(start, at);
    return key.equals("*") ? new FieldPath.All() : new FieldPath.Key(key);
  }

  private FieldPath.Step bracket() {
    int start = ++at;
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, start + 1);
      if (end < 0 || end + 1 >= text.length() || text.charAt(end + 1) != ']') {
        throw wrong("A `[" + quote + "` is not closed by `" + quote + "]`.");
      }
      at = end + 2;
      return new FieldPath.Key(text.substring(start + 1, end));
    }
    int end = closing(start);
    at = end + 1;
    return inBrackets(text.substring(start, end).strip());
  }

  /** Where the bracket closes; a condition's own path may have brackets too. */
  private int closing(int start) {
    int open = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw wrong("A `[` is never closed.");
  }

  private FieldPath.Step inBrackets(String inner) {
    int equals = inner.lastIndexOf('=');
    if (inner.isEmpty()) {
      throw wrong("Nothing stands between `[` and `]`.");
    }
    if (inner.equals("*")) {
      return new FieldPath.All();
    }
    if (equals > 0) {
      String value = inner.substring(equals + 1).strip();
      return new FieldPath.Having(read(inner.substring(0, equals).strip(), place), bare(value));
    }
    return isNumber(inner)
        ? new FieldPath.Index(Integer.parseInt(inner))
        : new FieldPath.Key(inner);
  }

  private static String bare(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty()
        && digits.length() < 9
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private ChartException wrong(String message) {
    return Problem.error(
            "test.invalid-path", "`" + text + "` is no path of a field: " + lower(message))
        .at(place)
        .hint(
            "Write paths as `spec.containers[0].image`, `spec.containers[name=web].image` or"
                + " `metadata.labels[\"app.kubernetes.io/name\"]`.")
        .exception();
  }

  private static String lower(String message) {
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
