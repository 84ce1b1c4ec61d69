package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;

/**
 * A scalar of a YAML text as the scanner sees it, before anybody asks what it means.
 *
 * @param value what it says
 * @param start where it begins, indicators and quotes included
 * @param end after its last character; of a block scalar after its last line
 * @param role what it is in the collection it stands in
 * @param flow whether it stands between brackets
 * @param marked whether a tag or an anchor stands before it
 * @param column the column, from 0, of the collection it stands in; -1 for a document's own scalar
 * @param collection which collection that is, counted from 1 in the order in which they begin; 0
 *     for none
 */
public record ScalarPlace(
    String value,
    Style style,
    int start,
    int end,
    Role role,
    boolean flow,
    boolean marked,
    int column,
    int collection) {

  /** Whether it is read as a string, and not as a number, a boolean or null. */
  public boolean isText() {
    return style != Style.PLAIN
        || PlainScalar.resolve(value, Location.unknown()) instanceof TextNode;
  }

  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** What a scalar is in its collection. */
  public enum Role {
    KEY,
    VALUE,
    ITEM,
    ALONE
  }
}
