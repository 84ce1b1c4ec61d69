package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;

/**
 * Nothing, said aloud: {@code null}, {@code ~}, or an empty value.
 *
 * @param origin where it was written
 */
public record NullNode(Location origin) implements ScalarNode {

  public static final NullNode NULL = new NullNode(Location.unknown());

  @Override
  public String text() {
    return "null";
  }

  @Override
  public NullNode withOrigin(Location place) {
    return new NullNode(place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NullNode;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return text();
  }
}
