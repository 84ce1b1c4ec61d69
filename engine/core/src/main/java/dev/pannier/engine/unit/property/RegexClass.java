package dev.pannier.engine.unit.property;

import dev.pannier.engine.unit.property.RegexNode.Range;
import dev.pannier.engine.unit.property.RegexReader.NotWritable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A set of characters in a regular expression: {@code .}, {@code \d}, {@code [a-z_]}.
 *
 * @param ranges what is in it; empty for what matches a place rather than a character
 * @param end the index behind it
 */
record RegexClass(List<Range> ranges, int end) {
  private static final List<Range> DIGITS = List.of(new Range('0', '9'));
  private static final List<Range> WORD =
      List.of(new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9'), new Range('_', '_'));
  private static final List<Range> SPACE = List.of(new Range(' ', ' '), new Range('\t', '\t'));
  private static final List<Range> ANY =
      List.of(new Range(' ', '~'), new Range(0xe9, 0xe9), new Range(0x1f600, 0x1f600));

  static RegexClass read(String text, int start) {
    char c = text.charAt(start);
    if (c == '.') {
      return new RegexClass(ANY, start + 1);
    }
    return c == '\\' ? escape(text, start) : brackets(text, start + 1);
  }

  private static RegexClass escape(String text, int start) {
    if (start + 1 >= text.length()) {
      throw new NotWritable();
    }
    char c = text.charAt(start + 1);
    int end = start + 2;
    return switch (c) {
      case 'd' -> new RegexClass(DIGITS, end);
      case 'w' -> new RegexClass(WORD, end);
      case 's' -> new RegexClass(SPACE, end);
      case 'D', 'W', 'S' ->
          new RegexClass(not(escape(text.toLowerCase(Locale.ROOT), start).ranges()), end);
      case 'n' -> new RegexClass(one('\n'), end);
      case 't' -> new RegexClass(one('\t'), end);
      case 'r' -> new RegexClass(one('\r'), end);
      case 'f' -> new RegexClass(one('\f'), end);
      case 'b', 'B', 'A', 'z', 'Z' -> new RegexClass(List.of(), end);
      case 'x' -> hex(text, end, 2);
      case 'u' -> hex(text, end, 4);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new NotWritable();
        }
        yield new RegexClass(one(c), end);
      }
    };
  }

  private static RegexClass hex(String text, int start, int digits) {
    try {
      int point = Integer.parseInt(text.substring(start, start + digits), 16);
      return new RegexClass(one(point), start + digits);
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      throw new NotWritable();
    }
  }

  private static List<Range> one(int point) {
    return List.of(new Range(point, point));
  }

  private static RegexClass brackets(String text, int start) {
    int at = start;
    boolean negated = at < text.length() && text.charAt(at) == '^';
    at += negated ? 1 : 0;
    List<Range> ranges = new ArrayList<>();
    boolean first = true;
    while (at < text.length() && (text.charAt(at) != ']' || first)) {
      first = false;
      if (text.charAt(at) == '[' || text.startsWith("&&", at)) {
        throw new NotWritable();
      }
      RegexClass low = member(text, at);
      at = low.end();
      boolean range =
          at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
      if (range && low.ranges().size() == 1) {
        RegexClass high = member(text, at + 1);
        at = high.end();
        ranges.add(new Range(low.ranges().getFirst().first(), high.ranges().getFirst().last()));
      } else {
        ranges.addAll(low.ranges());
      }
    }
    if (at >= text.length() || ranges.isEmpty()) {
      throw new NotWritable();
    }
    return new RegexClass(negated ? not(ranges) : ranges, at + 1);
  }

  private static RegexClass member(String text, int at) {
    if (text.charAt(at) == '\\') {
      return escape(text, at);
    }
    int point = text.codePointAt(at);
    return new RegexClass(one(point), at + Character.charCount(point));
  }

  /** What of the printable characters is in none of the ranges. */
  private static List<Range> not(List<Range> ranges) {
    List<Range> others = new ArrayList<>();
    for (Range any : ANY) {
      for (int point = any.first(); point <= any.last(); point++) {
        int candidate = point;
        if (ranges.stream().noneMatch(r -> r.first() <= candidate && candidate <= r.last())) {
          others.add(new Range(point, point));
        }
      }
    }
    if (others.isEmpty()) {
      throw new NotWritable();
    }
    return others;
  }
}
