package dev.pannier.engine.problem;

/**
 * A place in a source.
 *
 * @param source the text it points into
 * @param line counted from 1; 0 means the source as a whole
 * @param column counted from 1 in UTF-16 units; 0 means the line as a whole
 */
public record Location(Source source, int line, int column) {

  private static final Location UNKNOWN = new Location(Source.named(""), 0, 0);

  /** Nowhere in particular: of what was computed and not written. */
  public static Location unknown() {
    return UNKNOWN;
  }

  /** Whether this names a place at all. */
  public boolean isKnown() {
    return !source.name().isEmpty();
  }

  /** The text of the line this points to; empty where it points to a whole source. */
  public String lineText() {
    return source.line(line);
  }

  /** {@code values.yaml:3:14}, with as much of it as is known. */
  @Override
  public String toString() {
    if (line == 0) {
      return source.name();
    }
    return column == 0 ? source.name() + ":" + line : source.name() + ":" + line + ":" + column;
  }
}
