package dev.pannier.engine.template.helper;

import java.util.function.IntPredicate;

/** Takes white space out of texts: what Unicode counts as such, as Go does. */
final class Blanks {

  private Blanks() {}

  static String trim(String text) {
    return trim(text, Blanks::isBlank);
  }

  static String trim(String text, String characters) {
    return trim(text, code -> characters.indexOf(code) >= 0);
  }

  static String without(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(code -> !isBlank(code)).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String trim(String text, IntPredicate dropped) {
    int start = 0;
    int end = text.length();
    while (start < end && dropped.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && dropped.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** Go's unicode.IsSpace. */
  static boolean isBlank(int code) {
    return code == ' '
        || code >= '\t' && code <= '\r'
        || code == 0x85
        || code > 0x7F && Character.isSpaceChar(code);
  }
}
