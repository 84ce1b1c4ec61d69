package dev.pannier.engine.template.helper;

import java.util.Locale;

/** The escapes of Go's text/template: HTMLEscapeString and JSEscapeString. */
final class GoEscape {

  private GoEscape() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case 0 -> out.append('\uFFFD');
        default -> out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  static String js(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(code -> {
          switch (code) {
            case '\\', '\'', '"' -> out.append('\\').append((char) code);
            case '<', '>', '&', '=' -> escaped(code, out);
            default -> {
              if (GoText.isPrintable(code)) {
                out.appendCodePoint(code);
              } else if (code == 0x7F) {
                // Go asks of ASCII only whether it is below the blank.
                out.append('\u007F');
              } else {
                escaped(code, out);
              }
            }
          }
        });
    return out.toString();
  }

  private static void escaped(int code, StringBuilder out) {
    out.append("\\u").append(String.format(Locale.ROOT, "%04X", code));
  }
}
