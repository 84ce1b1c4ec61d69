package dev.pannier.engine.authoring;

/** Writes text into the cell of a table in GitHub's Markdown. */
final class Markdown {

  private Markdown() {}

  /** A code span. */
  static String code(String text) {
    String fence = text.contains("`") ? "``" : "`";
    String gap = text.startsWith("`") || text.endsWith("`") ? " " : "";
    // In a table even a code span may hold no bare bar.
    return fence + gap + text.replace("|", "\\|").replace("\n", " ") + gap + fence;
  }

  /** A sentence in which Markdown may stand; what would end the cell or vanish as HTML may not. */
  static String cell(String text) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (char c : text.strip().toCharArray()) {
      code ^= c == '`';
      switch (c) {
        case '|' -> out.append("\\|");
        case '\n', '\r' -> out.append(' ');
        case '<' -> out.append(code ? "<" : "&lt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A text of several lines that is shown when somebody asks for it. */
  static String folded(String title, String text) {
    String body =
        text.strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace("|", "&#124;")
            .replace("\r\n", "\n")
            .replace("\n", "<br>");
    return "<details><summary>" + title + "</summary><pre>" + body + "</pre></details>";
  }
}
