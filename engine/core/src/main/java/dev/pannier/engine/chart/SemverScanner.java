package dev.pannier.engine.chart;

import org.jspecify.annotations.Nullable;

/** Walks over the text of a version or of a constraint. */
final class SemverScanner {

  /** Eighteen digits always fit into a long. */
  private static final int MAX_DIGITS = 18;

  /** Stands for {@code x}, {@code X} or {@code *} among numbers. */
  static final long WILDCARD = -1;

  /**
   * Up to three numbers with dots between them.
   *
   * @param given how many were written
   * @param leadingZero whether one of them was written with a zero too many
   */
  record Numbers(long major, long minor, long patch, int given, boolean leadingZero) {}

  private final String text;
  private int at;
  private boolean leadingZero;

  SemverScanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  int position() {
    return at;
  }

  void rewind(int position) {
    at = position;
  }

  boolean skip(char wanted) {
    boolean there = !atEnd() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  /** Skips a word where it stands next. */
  boolean skip(String wanted) {
    boolean there = text.startsWith(wanted, at);
    at += there ? wanted.length() : 0;
    return there;
  }

  /** Skips white space; tells whether there was any. */
  boolean skipSpace() {
    int start = at;
    while (!atEnd() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > start;
  }

  /** One to three numbers, or null where there is none. */
  @Nullable Numbers numbers() {
    return numbers(false);
  }

  /** One to three numbers, of which each may be a wildcard. */
  @Nullable Numbers numbersOrWildcards() {
    return numbers(true);
  }

  private @Nullable Numbers numbers(boolean wildcards) {
    leadingZero = false;
    long[] found = new long[3];
    int given = 0;
    do {
      Long number = number(wildcards);
      if (number == null) {
        return null;
      }
      found[given++] = number;
    } while (given < 3 && skip('.'));
    return new Numbers(found[0], found[1], found[2], given, leadingZero);
  }

  private @Nullable Long number(boolean wildcards) {
    if (wildcards && (skip('x') || skip('X') || skip('*'))) {
      return WILDCARD;
    }
    int start = at;
    while (!atEnd() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start || at - start > MAX_DIGITS) {
      return null;
    }
    leadingZero |= at - start > 1 && text.charAt(start) == '0';
    return Long.parseLong(text, start, at, 10);
  }

  /** Identifiers with dots between them, or null where they are not well formed. */
  @Nullable String identifiers(boolean refuseLeadingZeros) {
    int start = at;
    do {
      int first = at;
      while (!atEnd() && isIdentifierPart(text.charAt(at))) {
        at++;
      }
      boolean zeroLed = at - first > 1 && text.charAt(first) == '0';
      if (at == first || (refuseLeadingZeros && zeroLed && isNumeric(text.substring(first, at)))) {
        return null;
      }
    } while (skip('.'));
    return text.substring(start, at);
  }

  static boolean isNumeric(String identifier) {
    for (int i = 0; i < identifier.length(); i++) {
      if (!isDigit(identifier.charAt(i))) {
        return false;
      }
    }
    return !identifier.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isIdentifierPart(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }
}
