package dev.pannier.engine.template.place;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class LineStarts {

  private final int[] starts;
  private final int length;

  LineStarts(String text) {
    int[] found = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
    length = text.length();
  }

  /** The index of a line and a column, both from 1. */
  int offset(int line, int column) {
    int start = starts[Math.clamp(line - 1, 0, starts.length - 1)];
    return Math.min(start + column - 1, length);
  }

  /** The line, from 1, of an index. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
