package dev.pannier.engine.template.helper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the words of a name and writes them anew, with the results of the library that Sprig uses
 * (huandu/xstrings): {@code HTTPServer} has two words, {@code Bld4Floor3rd} is {@code
 * bld4_floor_3rd}.
 */
final class WordCase {

  private enum Kind {
    CONNECTOR,
    PUNCTUATION,
    UPPER,
    LOWER,
    NUMBER,
    OTHER;

    static Kind of(int code) {
      if (code == '-' || code == '_' || Character.isWhitespace(code)) {
        return CONNECTOR;
      }
      if (Character.isUpperCase(code)) {
        return UPPER;
      }
      if (Character.isLetter(code) && !Character.isIdeographic(code)) {
        return LOWER;
      }
      return switch (Character.getType(code)) {
        case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
            NUMBER;
        case Character.CONNECTOR_PUNCTUATION,
            Character.DASH_PUNCTUATION,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION,
            Character.OTHER_PUNCTUATION ->
            PUNCTUATION;
        default -> OTHER;
      };
    }

    boolean separates() {
      return this == CONNECTOR || this == PUNCTUATION;
    }
  }

  private record Word(Kind kind, String text) {}

  private WordCase() {}

  /**
   * Each word with a capital, the connectors between words taken out: of several in a row the last
   * one. Those around all words stay.
   */
  static String pascal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int connector = -1;
    boolean started = false;
    boolean shouting = false;
    for (int code : text.codePoints().toArray()) {
      if (Kind.of(code) == Kind.CONNECTOR) {
        write(started ? connector : code, out);
        connector = code;
      } else if (!started || connector >= 0) {
        shouting = Character.isUpperCase(code);
        out.appendCodePoint(Character.toUpperCase(code));
        started = true;
        connector = -1;
      } else {
        shouting &= Character.isUpperCase(code);
        out.appendCodePoint(shouting ? Character.toLowerCase(code) : code);
      }
    }
    write(connector, out);
    return out.toString();
  }

  private static void write(int code, StringBuilder out) {
    if (code >= 0) {
      out.appendCodePoint(code);
    }
  }

  /** All words in lower case with a connector between them. */
  static String joined(String text, char connector) {
    List<Word> words = words(text);
    StringBuilder out = new StringBuilder(text.length() + 8);
    boolean afterNumber = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Kind next = i + 1 < words.size() ? words.get(i + 1).kind : Kind.CONNECTOR;
      if (i > 0 && divides(words.get(i - 1).kind, word.kind, next, afterNumber)) {
        out.append(connector);
      }
      afterNumber = word.kind == Kind.NUMBER || afterNumber && word.kind == Kind.LOWER;
      switch (word.kind) {
        case CONNECTOR -> out.repeat(connector, word.text.codePointCount(0, word.text.length()));
        case UPPER -> out.append(word.text.toLowerCase(Locale.ROOT));
        case LOWER, NUMBER, PUNCTUATION, OTHER -> out.append(word.text);
      }
    }
    return out.toString();
  }

  /** Digits belong to the word before them, unless small letters follow: {@code http_2xx}. */
  private static boolean divides(Kind left, Kind right, Kind next, boolean afterNumber) {
    if (left.separates() || right.separates()) {
      return false;
    }
    if (left == Kind.NUMBER) {
      return right != Kind.LOWER;
    }
    return right != Kind.NUMBER || !afterNumber && next == Kind.LOWER;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int[] codes = text.codePoints().toArray();
    int start = 0;
    while (start < codes.length) {
      Kind kind = Kind.of(codes[start]);
      int end = kind == Kind.UPPER ? endOfUpper(codes, start) : endOf(codes, start, kind);
      words.add(new Word(kind, new String(codes, start, end - start)));
      start = end;
    }
    return words;
  }

  private static int endOf(int[] codes, int start, Kind kind) {
    int end = start;
    while (end < codes.length && Kind.of(codes[end]) == kind) {
      end++;
    }
    return end;
  }

  /** {@code Status}, or {@code HTTP} of {@code HTTPStatus}. */
  private static int endOfUpper(int[] codes, int start) {
    int end = endOf(codes, start, Kind.UPPER);
    boolean smallFollows = end < codes.length && Kind.of(codes[end]) == Kind.LOWER;
    if (!smallFollows) {
      return end;
    }
    return end - start > 1 ? end - 1 : endOf(codes, end, Kind.LOWER);
  }
}
