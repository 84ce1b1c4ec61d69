package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;

/**
 * True or false.
 *
 * @param value which of them
 * @param origin where it was written
 */
public record BoolNode(boolean value, Location origin) implements ScalarNode {

  public static final BoolNode TRUE = new BoolNode(true, Location.unknown());
  public static final BoolNode FALSE = new BoolNode(false, Location.unknown());

  /** A computed boolean. */
  public static BoolNode of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public String text() {
    return Boolean.toString(value);
  }

  @Override
  public BoolNode withOrigin(Location place) {
    return new BoolNode(value, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoolNode that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(value);
  }

  @Override
  public String toString() {
    return text();
  }
}
