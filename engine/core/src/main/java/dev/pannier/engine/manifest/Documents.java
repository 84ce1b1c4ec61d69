package dev.pannier.engine.manifest;

import java.util.ArrayList;
import java.util.List;

/** Parts a text of several YAML documents as Helm does: at each line that begins with dashes. */
public final class Documents {

  /** Where a document begins and ends in a text, without blank lines around it. */
  public record Range(int start, int end) {}

  private Documents() {}

  /** The documents of a text that hold anything. */
  public static List<Range> split(String text) {
    List<Range> ranges = new ArrayList<>();
    int start = 0;
    int line = 0;
    while (line < text.length()) {
      if (text.startsWith("---", line)) {
        add(text, start, line, ranges);
        start = line + 3;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
          start++;
        }
      }
      int end = text.indexOf('\n', line);
      line = end < 0 ? text.length() : end + 1;
    }
    add(text, start, text.length(), ranges);
    return ranges;
  }

  private static void add(String text, int start, int end, List<Range> ranges) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    int first = start;
    for (int i = start; i < last && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        first = i + 1;
      }
    }
    if (last > first) {
      ranges.add(new Range(first, last));
    }
  }
}
