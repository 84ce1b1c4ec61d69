package dev.pannier.engine.template.language;

/**
 * The marks in rendered text. They are noncharacters of Unicode, which no text holds by right, so
 * they cannot be confused with what templates and values say; input that holds them is refused.
 */
public final class Marks {

  /** Here begins text of the place with a number. */
  public static final char PLACE = '\uFDD0';

  /** Here stands the insertion with a number. */
  public static final char VALUE = '\uFDD1';

  /** From here on lines are indented by a number of columns more. */
  public static final char INDENT = '\uFDD2';

  /** The end of an {@link #INDENT}; what was written ends in a line break. No number follows. */
  public static final char DEDENT = '\uFDD3';

  /** A brace that is text where the language would take it for its own. No number follows. */
  public static final char BRACE = '\uFDD4';

  /** A backslash that is text, likewise. No number follows. */
  public static final char BACKSLASH = '\uFDD5';

  /** How many characters a mark with its number takes. */
  public static final int LENGTH = 7;

  private static final char ZERO = '\uFDE0';

  private Marks() {}

  /** Writes a mark and its number, less than 2²⁴. */
  public static void append(StringBuilder out, char mark, int number) {
    out.append(mark);
    for (int shift = 20; shift >= 0; shift -= 4) {
      out.append((char) (ZERO + (number >> shift & 0xF)));
    }
  }

  /** A mark and its number. */
  public static String of(char mark, int number) {
    StringBuilder out = new StringBuilder(LENGTH);
    append(out, mark, number);
    return out.toString();
  }

  /** The number of the mark at an index. */
  public static int number(CharSequence text, int at) {
    int number = 0;
    for (int i = 1; i < LENGTH; i++) {
      number = number << 4 | text.charAt(at + i) - ZERO;
    }
    return number;
  }

  /** Where the first noncharacter that could be a mark stands; -1 where there is none. */
  public static int find(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFDD0' && c <= '\uFDEF') {
        return i;
      }
    }
    return -1;
  }
}
