package dev.pannier.engine.problem;

/**
 * Leads from a place in a text that was made to the place that made it: from a rendered manifest to
 * its template.
 */
@FunctionalInterface
public interface SourceMap {

  /** The place that wrote what stands at a line and a column of the made text, both from 1. */
  Location origin(int line, int column);

  /** The map of a text that nobody made: every place is its own origin. */
  static SourceMap of(Source source) {
    return source::at;
  }
}
