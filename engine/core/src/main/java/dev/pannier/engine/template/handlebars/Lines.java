package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {

  private final int[] starts;

  Lines(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  /** Where a line, counted from 1, begins. */
  int start(int line) {
    return starts[Math.clamp(line - 1, 0, starts.length - 1)];
  }

  /** The place of an index. */
  Location at(Source source, int index) {
    int found = Arrays.binarySearch(starts, index);
    int line = found >= 0 ? found : -found - 2;
    return source.at(line + 1, index - starts[line] + 1);
  }
}
