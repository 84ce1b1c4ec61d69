package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's printf. A verb that does not fit writes what Go writes, {@code %!d(string=x)}, missing and
 * surplus arguments too. Only between integers and fractions it is kinder: {@code %d} takes 8080.0
 * and {@code %.2f} takes 5, since values have no such types.
 */
final class GoFormat {

  private static final int WIDEST = 1_000_000;

  private final StringBuilder out = new StringBuilder();
  private final String format;
  private final List<Node> arguments;
  private int at;
  private int next;
  private boolean reordered;

  private GoFormat(String format, List<Node> arguments) {
    this.format = format;
    this.arguments = arguments;
  }

  /** {@code fmt.Sprintf}. */
  static String printf(String format, List<Node> arguments) {
    GoFormat writer = new GoFormat(format, arguments);
    writer.run();
    return writer.out.toString();
  }

  /** {@code fmt.Sprint}: blanks only between two arguments of which neither is a string. */
  static String print(List<Node> arguments) {
    StringBuilder out = new StringBuilder();
    boolean afterText = true;
    for (Node argument : arguments) {
      boolean text = argument instanceof TextNode;
      out.append(afterText || text ? "" : " ").append(GoText.of(argument));
      afterText = text;
    }
    return out.toString();
  }

  /** {@code fmt.Sprintln}. */
  static String println(List<Node> arguments) {
    StringBuilder out = new StringBuilder();
    String blank = "";
    for (Node argument : arguments) {
      out.append(blank).append(GoText.of(argument));
      blank = " ";
    }
    return out.append('\n').toString();
  }

  private void run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && next < arguments.size()) {
      surplus();
    }
  }

  private void directive() {
    GoVerb verb = new GoVerb();
    while (at < format.length() && verb.flag(format.charAt(at))) {
      at++;
    }
    boolean indexed = argumentIndex();
    Integer width = number();
    if (width != null) {
      verb.width(width);
    }
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      indexed |= argumentIndex();
      Integer precision = number();
      verb.precision(precision == null ? 0 : precision);
    }
    indexed |= argumentIndex();
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int letter = format.codePointAt(at);
    at += Character.charCount(letter);
    if (letter == '%') {
      out.append('%');
    } else if (next < 0 || next >= arguments.size()) {
      out.append("%!").appendCodePoint(letter).append(indexed ? "(BADINDEX)" : "(MISSING)");
    } else {
      write(verb, letter, arguments.get(next++), out);
    }
  }

  /** {@code [2]} chooses the next argument. */
  private boolean argumentIndex() {
    if (at >= format.length() || format.charAt(at) != '[') {
      return false;
    }
    int end = format.indexOf(']', at);
    if (end < 0) {
      return false;
    }
    reordered = true;
    next = (int) Cast.parseLong(format.substring(at + 1, end), 10) - 1;
    at = end + 1;
    return true;
  }

  /** A width or precision: digits, or {@code *} for the next argument; null where there is none. */
  private @Nullable Integer number() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      return next < arguments.size() ? (int) bounded(Cast.toLong(arguments.get(next++))) : 0;
    }
    int start = at;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    return start == at
        ? null
        : (int) bounded(at - start > 7 ? WIDEST + 1 : Integer.parseInt(format, start, at, 10));
  }

  private static long bounded(long width) {
    if (Math.abs(width) > WIDEST) {
      throw new HelperException("A width in the format is beyond %d.".formatted(WIDEST));
    }
    return width;
  }

  private void surplus() {
    out.append("%!(EXTRA ");
    String comma = "";
    for (Node argument : arguments.subList(Math.max(next, 0), arguments.size())) {
      out.append(comma);
      if (argument instanceof NullNode) {
        out.append("<nil>");
      } else {
        out.append(GoText.typeOf(argument)).append('=').append(GoText.of(argument));
      }
      comma = ", ";
    }
    out.append(')');
  }

  /** Writes one argument; lists and maps are written item by item. */
  private static void write(GoVerb verb, int letter, Node argument, StringBuilder out) {
    switch (argument) {
      case ListNode list when letter != 'T' -> {
        String blank = "";
        out.append('[');
        for (Node item : list) {
          out.append(blank);
          item(verb, letter, item, out);
          blank = " ";
        }
        out.append(']');
      }
      case MapNode map when letter != 'T' -> {
        String blank = "";
        out.append("map[");
        for (String key : GoText.sortedKeys(map)) {
          out.append(blank);
          verb.write(letter, TextNode.of(key), out);
          out.append(':');
          item(verb, letter, map.entries().getOrDefault(key, NullNode.NULL), out);
          blank = " ";
        }
        out.append(']');
      }
      case Node scalar -> verb.write(letter, scalar, out);
    }
  }

  private static void item(GoVerb verb, int letter, Node item, StringBuilder out) {
    if (item instanceof NullNode) {
      verb.write('v', item, out);
    } else {
      write(verb, letter, item, out);
    }
  }

  /** Whether a number is whole, however it is written. */
  static boolean isWhole(NumberNode number) {
    return number.isInteger() || number.decimal().stripTrailingZeros().scale() <= 0;
  }
}
