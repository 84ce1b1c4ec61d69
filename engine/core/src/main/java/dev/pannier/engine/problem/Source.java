package dev.pannier.engine.problem;

/**
 * A text that positions point into: a file of a chart, a values file, a command-line flag.
 *
 * @param name what people call it: a path relative to what they named, or the flag as written
 * @param text its whole text, line breaks as they stand
 */
public record Source(String name, String text) {

  /** The place a position names in a source of which only the name is known. */
  public static Source named(String name) {
    return new Source(name, "");
  }

  /** The text of a line without its line break; empty where the source has no such line. */
  public String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    if (number < 1) {
      return "";
    }
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The place in this source at a line and a column, both counted from 1. */
  public Location at(int line, int column) {
    return new Location(this, line, column);
  }

  /** This source as a whole. */
  public Location whole() {
    return new Location(this, 0, 0);
  }

  @Override
  public String toString() {
    return name;
  }
}
