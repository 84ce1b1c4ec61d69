package dev.pannier.cli.output;

/** Text in a space of so many columns. */
final class Clip {
  private Clip() {}

  /** A line as it is seen, no wider than told; an ellipsis shows that there was more. */
  static String to(String line, int columns) {
    String visible = VisibleText.of(line);
    if (VisibleText.width(visible) <= columns) {
      return visible;
    }
    int end = 0;
    int used = 0;
    while (end < visible.length()) {
      int point = visible.codePointAt(end);
      int width = VisibleText.columnsOf(point);
      if (used + width > columns - 1) {
        break;
      }
      used += width;
      end += Character.charCount(point);
    }
    return columns <= 0 ? "" : visible.substring(0, end) + "…";
  }

  /** The same, filled up with blanks. */
  static String padded(String line, int columns) {
    String clipped = to(line, columns);
    return clipped + " ".repeat(Math.max(0, columns - VisibleText.width(clipped)));
  }
}
