package dev.pannier.cli.output;

/** How progress is told on standard error: {@code --progress}. */
public enum ProgressStyle {
  /** A tree where a person watches, else lines. */
  AUTO,
  /** Lines of what is done, and below them a tree of what is waited for. */
  TREE,
  /** A line for each thing that happens. */
  LINES,
  /** A JSON document on a line for each thing that happens. */
  JSON,
  /** Nothing. */
  NONE;

  /** The style that a word names; empty is AUTO. */
  public static ProgressStyle of(String word) {
    return switch (word) {
      case "tree" -> TREE;
      case "lines" -> LINES;
      case "json" -> JSON;
      case "none" -> NONE;
      default -> AUTO;
    };
  }
}
