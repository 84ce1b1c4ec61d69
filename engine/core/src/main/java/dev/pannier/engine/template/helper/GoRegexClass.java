package dev.pannier.engine.template.helper;

/**
 * A set of characters in brackets. In Java's, brackets and ampersands have meanings of their own,
 * so that each sign is written with a backslash.
 */
final class GoRegexClass {

  private final String text;
  private final StringBuilder out;
  private int at;

  GoRegexClass(String text, int at, StringBuilder out) {
    this.text = text;
    this.at = at;
    this.out = out;
  }

  /** Writes the set for Java; returns where it ends. */
  int translate() {
    out.append('[');
    at++;
    if (text.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (first || !text.startsWith("]", at)) {
      if (at >= text.length()) {
        throw GoRegexEscape.wrong(text, "a `]` is missing");
      }
      item();
      first = false;
    }
    out.append(']');
    return at + 1;
  }

  private void item() {
    if (text.startsWith("[:", at) && text.indexOf(":]", at + 2) > 0) {
      named();
      return;
    }
    character();
    if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
      out.append('-');
      at++;
      character();
    }
  }

  private void character() {
    int code = text.codePointAt(at);
    if (code == '\\') {
      at = GoRegexEscape.translate(text, at, true, out);
      return;
    }
    if (code < 128 && !Character.isLetterOrDigit(code)) {
      out.append('\\');
    }
    out.appendCodePoint(code);
    at += Character.charCount(code);
  }

  /** {@code [:alpha:]} and {@code [:^alpha:]}. */
  private void named() {
    int end = text.indexOf(":]", at + 2);
    boolean negated = text.charAt(at + 2) == '^';
    String name = text.substring(negated ? at + 3 : at + 2, end);
    String java =
        switch (name) {
          case "alnum" -> "Alnum";
          case "alpha" -> "Alpha";
          case "ascii" -> "ASCII";
          case "blank" -> "Blank";
          case "cntrl" -> "Cntrl";
          case "digit" -> "Digit";
          case "graph" -> "Graph";
          case "lower" -> "Lower";
          case "print" -> "Print";
          case "punct" -> "Punct";
          case "space" -> "Space";
          case "upper" -> "Upper";
          case "xdigit" -> "XDigit";
          case "word" -> "";
          default -> throw GoRegexEscape.wrong(text, "`[:%s:]` is not known".formatted(name));
        };
    if (java.isEmpty()) {
      out.append(negated ? "\\W" : "\\w");
    } else {
      out.append(negated ? "\\P{" : "\\p{").append(java).append('}');
    }
    at = end + 2;
  }
}
