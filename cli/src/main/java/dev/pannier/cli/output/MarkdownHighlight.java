package dev.pannier.cli.output;

/** Colours Markdown: headings, code, and comments. */
public final class MarkdownHighlight {

  private final Paint paint;
  private boolean fenced;

  private MarkdownHighlight(Paint paint) {
    this.paint = paint;
  }

  /** The text with colours. */
  public static String of(String text, Paint paint) {
    if (paint == Paint.PLAIN) {
      return text;
    }
    MarkdownHighlight highlight = new MarkdownHighlight(paint);
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      String plain = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
      out.append(highlight.line(plain)).append(line.substring(plain.length()));
    }
    return out.toString();
  }

  private String line(String line) {
    String plain = line.strip();
    if (plain.startsWith("```") || plain.startsWith("~~~")) {
      fenced = !fenced;
      return paint.faint(line);
    }
    if (fenced) {
      return paint.good(line);
    }
    if (line.startsWith("#")) {
      return paint.strong(line);
    }
    return plain.startsWith("<!--") && plain.endsWith("-->") ? paint.faint(line) : spans(line);
  }

  /** Colours code spans; a lone backtick is none. */
  private String spans(String line) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open = line.indexOf('`');
    while (open >= 0) {
      int close = line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      out.append(line, at, open).append(paint.good(line.substring(open, close + 1)));
      at = close + 1;
      open = line.indexOf('`', at);
    }
    return out.append(line, at, line.length()).toString();
  }
}
