package dev.pannier.engine.unit;

/** Where two long texts differ: the first line that does, cut to what is around the difference. */
final class TextDifference {
  private static final int LONG = 60;
  private static final int BEFORE = 20;
  private static final int SHOWN = 60;

  private TextDifference() {}

  /** Whether the texts are so long that showing both whole would hide the difference. */
  static boolean isNeeded(String expected, String actual) {
    return expected.length() > LONG
        || actual.length() > LONG
        || expected.indexOf('\n') >= 0
        || actual.indexOf('\n') >= 0;
  }

  /** {@code expected on line 3 …max: 5…, is …max: 6…}. */
  static String told(String expected, String actual) {
    int at = 0;
    int line = 1;
    int lineStart = 0;
    int shorter = Math.min(expected.length(), actual.length());
    while (at < shorter && expected.charAt(at) == actual.charAt(at)) {
      if (expected.charAt(at++) == '\n') {
        line++;
        lineStart = at;
      }
    }
    boolean lines = expected.indexOf('\n') >= 0 || actual.indexOf('\n') >= 0;
    int from = at - lineStart > BEFORE ? at - BEFORE : lineStart;
    return "expected "
        + (lines ? "on line " + line + " " : "")
        + piece(expected, from, from > lineStart)
        + ", is "
        + piece(actual, from, from > lineStart);
  }

  private static String piece(String text, int start, boolean cut) {
    int from = start;
    if (from > 0 && from < text.length() && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    int lineEnd = text.indexOf('\n', from);
    int end = lineEnd < 0 ? text.length() : lineEnd;
    int shown = Math.min(end, from + SHOWN);
    if (from >= text.length()) {
      return "nothing";
    }
    return "`" + (cut ? "…" : "") + text.substring(from, shown) + (shown < end ? "…" : "") + "`";
  }
}
