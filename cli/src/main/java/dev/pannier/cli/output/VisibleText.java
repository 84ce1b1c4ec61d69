package dev.pannier.cli.output;

import java.util.Locale;

/**
 * Text as a terminal shows it: tabs become blanks, control characters become visible (a value must
 * not be able to move the cursor), and each character takes the columns that terminals give it.
 */
public final class VisibleText {
  private static final int TAB = 4;
  private static final int JOINER = 0x200d;

  private final StringBuilder text = new StringBuilder();
  private int columns;

  private VisibleText() {}

  /** A single line; line breaks in it become visible too. */
  public static String of(String line) {
    return upTo(line, line.length()).text.toString();
  }

  /** The columns that a line takes. */
  static int width(String line) {
    return upTo(line, line.length()).columns;
  }

  /** The columns that the first units of a line take. */
  static int width(String line, int units) {
    return upTo(line, units).columns;
  }

  private static VisibleText upTo(String line, int units) {
    VisibleText visible = new VisibleText();
    int end = Math.min(units, line.length());
    boolean joined = false;
    for (int i = 0; i < end; ) {
      int point = line.codePointAt(i);
      visible.add(point, joined);
      joined = point == JOINER;
      i += Character.charCount(point);
    }
    return visible;
  }

  private void add(int point, boolean joined) {
    if (point == '\t') {
      int blanks = TAB - columns % TAB;
      text.append(" ".repeat(blanks));
      columns += blanks;
    } else if (point < 0x20) {
      // The block of control pictures mirrors the control characters.
      text.append((char) (0x2400 + point));
      columns++;
    } else if (point == 0x7f) {
      text.append('\u2421');
      columns++;
    } else if (isHidden(point)) {
      String name = "<U+" + hex(point) + ">";
      text.append(name);
      columns += name.length();
    } else {
      text.appendCodePoint(point);
      // Whatever a joiner glues on is drawn into the cell before it.
      columns += joined ? 0 : columnsOf(point);
    }
  }

  private static String hex(int point) {
    String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** Control characters beyond ASCII, marks that turn the direction of text, lone surrogates. */
  private static boolean isHidden(int point) {
    return point >= 0x80 && point < 0xa0
        || point == 0x200b
        || point == 0x200e
        || point == 0x200f
        || point >= 0x2028 && point <= 0x202e
        || point >= 0x2066 && point <= 0x2069
        || point == 0xfeff
        || point >= 0xd800 && point < 0xe000;
  }

  /** The columns of one character: 0, 1 or 2 (Unicode's East Asian width, and emoji). */
  static int columnsOf(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    if (point < 0x1100) {
      return false;
    }
    return point <= 0x115f
        || point == 0x231a
        || point == 0x231b
        || point >= 0x2e80 && point <= 0x303e
        || point >= 0x3041 && point <= 0xa4cf
        || point >= 0xa960 && point <= 0xa97f
        || point >= 0xac00 && point <= 0xd7a3
        || point >= 0xf900 && point <= 0xfaff
        || point >= 0xfe30 && point <= 0xfe6f
        || point >= 0xff01 && point <= 0xff60
        || point >= 0xffe0 && point <= 0xffe6
        || point >= 0x1f300 && point <= 0x1f64f
        || point >= 0x1f680 && point <= 0x1f6ff
        || point >= 0x1f900 && point <= 0x1faff
        || point >= 0x20000 && point <= 0x3fffd
        || point >= 0x2600 && point <= 0x27bf && Character.isEmojiPresentation(point);
  }
}
