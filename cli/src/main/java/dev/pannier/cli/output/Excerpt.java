package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;

/** The line that a location points to, cut to the width there is, and the column of its caret. */
record Excerpt(String line, int caret) {
  private static final String CUT = "…";

  /** No caret: the location names a line only. */
  static final int NONE = -1;

  /**
   * The line of a location.
   *
   * @param width the columns there are; the caret stays within them
   */
  static Excerpt of(Location location, int width) {
    String written = location.lineText();
    int caret =
        location.column() == 0
            ? NONE
            : VisibleText.width(written, Math.min(location.column() - 1, written.length()));
    String line = VisibleText.of(written).stripTrailing();
    int columns = VisibleText.width(line);
    if (columns <= width) {
      return new Excerpt(line, caret);
    }
    int first = Math.clamp((long) caret - width / 2, 0, Math.max(0, columns - width));
    return window(line, first, width, caret);
  }

  /** What stands in a window of columns; a character that is cut through is left out. */
  private static Excerpt window(String line, int first, int width, int caret) {
    String mark = first > 0 ? CUT : "";
    StringBuilder shown = new StringBuilder(mark);
    int start = -1;
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      i += Character.charCount(point);
      int next = column + VisibleText.columnsOf(point);
      if (column >= first + mark.length()) {
        if (next > first + width - (i < line.length() ? CUT.length() : 0)) {
          shown.append(CUT);
          break;
        }
        start = start < 0 ? column : start;
        shown.appendCodePoint(point);
      }
      column = next;
    }
    int offset = start < 0 ? first : start - mark.length();
    return new Excerpt(shown.toString(), caret == NONE ? NONE : Math.max(0, caret - offset));
  }
}
