package dev.pannier.engine.template.helper;

/**
 * Which arguments of a helper may name what is not there. Everywhere else a missing value is an
 * error; a helper that accepts one sees null in its place.
 */
public enum Missing {
  /** None: each argument must be there. */
  NONE,
  /** The last one, as of {@code required message value}. */
  LAST,
  /** Each one, as of {@code coalesce a b c}. */
  ANY;

  /** Whether the argument at a place counted from 0 may be missing from a call of some size. */
  public boolean accepts(int index, int size) {
    return switch (this) {
      case NONE -> false;
      case LAST -> index == size - 1;
      case ANY -> true;
    };
  }
}
