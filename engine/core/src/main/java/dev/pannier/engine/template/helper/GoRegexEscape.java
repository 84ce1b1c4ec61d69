package dev.pannier.engine.template.helper;

/** The escapes of Go's regular expressions: {@code \d}, {@code \x{1F600}}, {@code \pL}. */
final class GoRegexEscape {

  private static final String BLANKS = "\\t\\n\\f\\r ";
  private static final String NO_BLANKS = "\\x00-\\x08\\x0B\\x0E-\\x1F!-\\x{10FFFF}";

  private GoRegexEscape() {}

  /** Writes the escape at a place for Java; returns where it ends. */
  static int translate(String text, int at, boolean inClass, StringBuilder out) {
    if (at + 1 >= text.length()) {
      throw wrong(text, "it ends in a backslash");
    }
    char c = text.charAt(at + 1);
    switch (c) {
      case 's' -> out.append(inClass ? BLANKS : "[" + BLANKS + "]");
      case 'S' -> out.append(inClass ? NO_BLANKS : "[" + NO_BLANKS + "]");
      case 'v' -> out.append("\\x0B");
      case 'd', 'D', 'w', 'W', 'a', 'f', 't', 'n', 'r' -> out.append('\\').append(c);
      case 'p', 'P' -> {
        return property(text, at, out);
      }
      case 'x' -> {
        return hexadecimal(text, at, out);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(text, at, out);
      }
      default -> {
        if (c >= 128 || Character.isLetterOrDigit(c)) {
          throw wrong(text, "the escape `\\%c` is not known to Go".formatted(c));
        }
        out.append('\\').append(c);
      }
    }
    return at + 2;
  }

  /** {@code \pL}, {@code \p{Greek}}, {@code \p{^Greek}}. */
  private static int property(String text, int at, StringBuilder out) {
    boolean negated = text.charAt(at + 1) == 'P';
    int start = at + 2;
    int end = start + 1;
    if (text.startsWith("{", start)) {
      end = text.indexOf('}', start);
      start++;
    }
    if (end < start || end > text.length()) {
      throw wrong(text, "a class of characters is not complete");
    }
    String name = text.substring(start, end);
    if (name.startsWith("^")) {
      negated = !negated;
      name = name.substring(1);
    }
    out.append(negated ? "\\P{" : "\\p{").append(name.length() > 2 ? "Is" : "").append(name);
    out.append('}');
    return text.startsWith("}", end) ? end + 1 : end;
  }

  private static int hexadecimal(String text, int at, StringBuilder out) {
    boolean braced = text.startsWith("{", at + 2);
    int end = braced ? text.indexOf('}', at) + 1 : Math.min(at + 4, text.length());
    if (end <= at) {
      throw wrong(text, "the escape `\\x{` has no end");
    }
    out.append(text, at, end);
    return end;
  }

  private static int octal(String text, int at, StringBuilder out) {
    int end = at + 1;
    while (end < text.length() && end < at + 4 && isOctal(text.charAt(end))) {
      end++;
    }
    if (text.charAt(at + 1) != '0' && end == at + 2) {
      throw wrong(
          text, "`\\%c` refers back to a group, which Go cannot".formatted(text.charAt(at + 1)));
    }
    int code = Integer.parseInt(text, at + 1, end, 8);
    out.append("\\x{").append(Integer.toHexString(code)).append('}');
    return end;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  static HelperException wrong(String text, String why) {
    return new HelperException("The regular expression `%s` is wrong: %s.".formatted(text, why));
  }
}
