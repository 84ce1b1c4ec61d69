package dev.pannier.engine.unit;

import dev.pannier.engine.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What an assertion demands of a value. */
sealed interface Check {

  record Equals(Node wanted) implements Check {}

  record NotEquals(Node unwanted) implements Check {}

  /** One of several values. */
  record OneOf(List<Node> wanted) implements Check {
    public OneOf {
      wanted = List.copyOf(wanted);
    }
  }

  /** A string in which a regular expression is found. */
  record Matches(Pattern pattern) implements Check {}

  record NotMatches(Pattern pattern) implements Check {}

  /** A part of a string, an item of a list, or entries of a map. */
  record Contains(Node part) implements Check {}

  record NotContains(Node part) implements Check {}

  /** So many items, entries or characters. */
  record Count(int wanted) implements Check {}

  /** A type as JSON Schema calls it. */
  record Type(String wanted) implements Check {}

  /** An empty string, list or map, or null. */
  record Empty(boolean wanted) implements Check {}

  /**
   * A number, or a string that reads as one, on a side of another.
   *
   * @param sign of the comparison that is demanded
   * @param equal whether equality will do too
   */
  record Bound(BigDecimal bound, int sign, boolean equal) implements Check {}
}
