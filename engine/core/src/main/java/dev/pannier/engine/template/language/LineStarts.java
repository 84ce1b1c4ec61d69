package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import java.util.Arrays;

/** Where the lines of a text begin; lines and columns are counted from 1. */
public final class LineStarts {

  private final int[] starts;
  private final int length;

  public LineStarts(String text) {
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

  /** The index at which a line begins. */
  public int start(int line) {
    return starts[Math.clamp(line - 1, 0, starts.length - 1)];
  }

  /** The index of a line and a column. */
  public int offset(int line, int column) {
    return Math.min(start(line) + column - 1, length);
  }

  /** The line of an index. */
  public int line(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The place of an index in a source with this text. */
  public Location at(Source source, int index) {
    int line = line(index);
    return source.at(line, index - start(line) + 1);
  }
}
