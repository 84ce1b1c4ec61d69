package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;

/**
 * A string.
 *
 * @param text the string
 * @param origin where it was written
 */
public record TextNode(String text, Location origin) implements ScalarNode {

  /** A computed string. */
  public static TextNode of(String text) {
    return new TextNode(text, Location.unknown());
  }

  @Override
  public TextNode withOrigin(Location place) {
    return new TextNode(text, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextNode that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.write(this);
  }
}
