package dev.pannier.engine.yaml;

/** Writes single strings in the styles of YAML. */
public final class YamlText {

  private YamlText() {}

  /** A string as a value or key on one line in block context: plain where that reads the same. */
  public static String inBlock(String text) {
    TextShape shape = TextShape.of(text);
    return shape.plainInBlock() && !reads(text) ? text : quoted(text, shape);
  }

  /** A string as an entry between brackets. */
  public static String inFlow(String text) {
    TextShape shape = TextShape.of(text);
    return shape.plainInFlow() && !reads(text) ? text : quoted(text, shape);
  }

  /** Whether a string can stand in a literal block. */
  public static boolean isLiteral(String text) {
    return TextShape.of(text).literal();
  }

  /** Whether a string can stand in single quotes on one line. */
  public static boolean isSingle(String text) {
    return TextShape.of(text).single() && text.indexOf('\n') < 0;
  }

  /** As go-yaml chooses: double quotes for what reads as another type, single ones for syntax. */
  private static String quoted(String text, TextShape shape) {
    return !reads(text) && shape.single() && text.indexOf('\n') < 0 ? single(text) : doubled(text);
  }

  /** A string in single quotes; it must be one line of printable characters. */
  public static String single(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A string in double quotes, on one line. */
  public static String doubled(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    escape(text, out);
    return out.append('"').toString();
  }

  /** The inside of a double-quoted string. */
  public static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0 -> out.append("\\0");
        case 7 -> out.append("\\a");
        case '\b' -> out.append("\\b");
        case 0xB -> out.append("\\v");
        case '\f' -> out.append("\\f");
        case 0x1B -> out.append("\\e");
        default -> i += other(text, i, out);
      }
    }
  }

  /** Writes one further character; returns how many chars more than one it took. */
  private static int other(String text, int i, StringBuilder out) {
    char c = text.charAt(i);
    if (c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF) {
      out.append(c);
      return 0;
    }
    int code = text.codePointAt(i);
    if (code <= 0xFF) {
      hex(out.append("\\x"), code, 2);
    } else if (code <= 0xFFFF) {
      hex(out.append("\\u"), code, 4);
    } else {
      hex(out.append("\\U"), code, 8);
    }
    return Character.charCount(code) - 1;
  }

  private static void hex(StringBuilder out, int code, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append("0123456789ABCDEF".charAt(code >> shift & 0xF));
    }
  }

  /** Whether a plain text reads as something other than a string to any YAML 1.1 or 1.2 reader. */
  private static boolean reads(String text) {
    return PlainScalar.isOtherThanText(text) || isDate(text) || isBase60(text);
  }

  private static boolean isDate(String text) {
    int i = 0;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    if (i != 4 || text.length() < 8 || text.charAt(4) != '-') {
      return false;
    }
    int day = text.indexOf('-', 5);
    if (day < 6 || day > 7 || day + 1 >= text.length() || !isDigit(text.charAt(day + 1))) {
      return false;
    }
    int end = day + 2 < text.length() && isDigit(text.charAt(day + 2)) ? day + 3 : day + 2;
    return end == text.length() || "Tt \t".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isBase60(String text) {
    int colon = text.indexOf(':');
    int start = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    if (colon <= start || !isDigit(text.charAt(start))) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != ':' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
