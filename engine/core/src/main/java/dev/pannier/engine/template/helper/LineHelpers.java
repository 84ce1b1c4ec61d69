package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.LINES;

import dev.pannier.engine.yaml.TextNode;

/**
 * Long texts made short or broken into lines: Sprig's functions of github.com/Masterminds/goutils.
 * Widths count bytes, as there.
 */
final class LineHelpers {

  private static final String DOTS = "...";

  private LineHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "abbrev" ->
          HelperSpec.of(
              LINES,
              name,
              "width text",
              "A text of at most so many bytes, the last three of them dots where it is cut. A"
                  + " width below 4 cuts nothing.",
              "8 'hello world'",
              "hello...",
              call -> {
                int width = call.count(0);
                return TextNode.of(width < 4 ? call.text(1) : abbreviated(call.text(1), 0, width));
              });
      case "abbrevboth" ->
          HelperSpec.of(
              LINES,
              name,
              "left width text",
              "As abbrev, with dots at the left too where what stands before a place is cut off.",
              "5 10 '1234 5678 9123'",
              "...5678...",
              LineHelpers::abbrevboth);
      case "initials" ->
          HelperSpec.of(
              LINES,
              name,
              "text",
              "The first character of each word.",
              "'First Try'",
              "FT",
              call -> TextNode.of(initials(call.text(0))));
      case "wrap" ->
          HelperSpec.of(
              LINES,
              name,
              "width text",
              "A text broken at blanks into lines of at most so many bytes. A longer word keeps a"
                  + " line of its own.",
              "5 'a bc def'",
              "a bc\ndef",
              call -> TextNode.of(wrapped(call.text(1), call.count(0), "\n", false)));
      case "wrapWith" ->
          HelperSpec.of(
              LINES,
              name,
              "width separator text",
              "As wrap, with a text of your own between the lines; a longer word is broken too.",
              "5 '|' 'a bc defghij'",
              "a bc|defgh|ij",
              call -> {
                String separator = call.text(1).isEmpty() ? "\n" : call.text(1);
                return TextNode.of(wrapped(call.text(2), call.count(0), separator, true));
              });
      default -> throw new IllegalStateException("no helper of long texts: " + name);
    };
  }

  private static TextNode abbrevboth(Arguments call) {
    int left = call.count(0);
    int width = call.count(1);
    String text = call.text(2);
    boolean tooNarrow = width < 4 || left > 0 && width < 7;
    return TextNode.of(tooNarrow ? text : abbreviated(text, left, width));
  }

  private static String abbreviated(String whole, int left, int width) {
    Utf8 text = Utf8.of(whole);
    int length = text.length();
    if (length <= width) {
      return whole;
    }
    int kept = width - DOTS.length();
    int start = Math.min(left, length - kept);
    if (start <= 4) {
      return text.part(0, kept) + DOTS;
    }
    return start + kept < length
        ? DOTS + text.part(start, start + kept - DOTS.length()) + DOTS
        : DOTS + text.part(length - kept, length);
  }

  private static String initials(String text) {
    StringBuilder out = new StringBuilder();
    int[] last = {' '};
    text.codePoints()
        .forEach(code -> {
          if (Blanks.isBlank(last[0]) && !Blanks.isBlank(code)) {
            out.appendCodePoint(code);
          }
          last[0] = code;
        });
    return out.toString();
  }

  private static String wrapped(String whole, int columns, String separator, boolean breaksWords) {
    Utf8 text = Utf8.of(whole);
    int width = Math.max(1, columns);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (text.length() - at > width) {
      if (text.at(at) == ' ') {
        at++;
        continue;
      }
      int end = lastBlank(text, at, at + width);
      if (end < 0) {
        end =
            breaksWords
                ? Math.max(text.startOf(at + width), text.next(at))
                : nextBlank(text, at + width);
      }
      if (end == text.length()) {
        break;
      }
      out.append(text.part(at, end)).append(separator);
      at = text.at(end) == ' ' ? end + 1 : end;
    }
    return out.append(text.part(at, text.length())).toString();
  }

  /** The last blank from one place up to another, both included; -1 where there is none. */
  private static int lastBlank(Utf8 text, int from, int to) {
    int at = to;
    while (at >= from && text.at(at) != ' ') {
      at--;
    }
    return at >= from ? at : -1;
  }

  private static int nextBlank(Utf8 text, int from) {
    int at = from;
    while (at < text.length() && text.at(at) != ' ') {
      at++;
    }
    return at;
  }
}
