package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import java.util.function.Consumer;

/**
 * Reads a list of an API server one item at a time, so that no more than one of them is in memory
 * as nodes beside the text.
 */
final class ItemReader {

  private static final String ITEMS = "items";

  private final String text;
  private int at;

  private ItemReader(String text) {
    this.text = text;
  }

  /**
   * Hands each item of a list over.
   *
   * @return the list without its items
   * @throws IllegalArgumentException when it breaks off
   */
  static MapNode read(String text, Consumer<MapNode> consumer) {
    return new ItemReader(text).read(consumer);
  }

  private MapNode read(Consumer<MapNode> consumer) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    int depth = 0;
    String key = "";
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        int start = at;
        skipString();
        key = depth == 1 ? text.substring(start, at - 1) : "";
      } else if (c == '[' && depth == 1 && key.equals(ITEMS)) {
        rest.append(text, from, at);
        items(consumer);
        from = at - 1;
      } else {
        depth += step(c);
      }
    }
    return parse(rest.append(text, from, at).toString());
  }

  /** Up to and with the bracket that ends the items. */
  private void items(Consumer<MapNode> consumer) {
    while (next() != ']') {
      if (text.charAt(at - 1) == '{') {
        int start = at - 1;
        skipItem();
        consumer.accept(parse(text.substring(start, at)));
      }
    }
  }

  private void skipItem() {
    for (int depth = 1; depth > 0; ) {
      char c = next();
      if (c == '"') {
        skipString();
      } else {
        depth += step(c);
      }
    }
  }

  private static int step(char c) {
    return switch (c) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  /** The rest of a string whose first quote is read, and its last one. */
  private void skipString() {
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw new IllegalArgumentException("the list breaks off");
      }
      int escapes = 0;
      while (text.charAt(quote - 1 - escapes) == '\\') {
        escapes++;
      }
      at = quote + 1;
      if (escapes % 2 == 0) {
        return;
      }
    }
  }

  private char next() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("the list breaks off");
    }
    return text.charAt(at++);
  }

  private static MapNode parse(String json) {
    if (JsonReader.read(new Source("", json)) instanceof MapNode map) {
      return map;
    }
    throw new IllegalArgumentException("not a JSON object");
  }
}
