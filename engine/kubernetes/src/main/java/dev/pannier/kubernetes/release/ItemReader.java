package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Reads a list of an API server one item at a time, so that only one is in memory: a page of
 * records may be hundreds of megabytes.
 */
final class ItemReader {

  private static final String ITEMS = "items";

  private final Reader in;

  /** What surrounds the items. */
  private final StringBuilder rest = new StringBuilder();

  private ItemReader(Reader in) {
    this.in = in;
  }

  /**
   * Hands each item of a list over.
   *
   * @return the list without its items
   */
  static MapNode read(Reader in, Consumer<MapNode> consumer) throws IOException {
    return new ItemReader(in).read(consumer);
  }

  private MapNode read(Consumer<MapNode> consumer) throws IOException {
    int depth = 0;
    String key = "";
    for (int c = in.read(); c >= 0; c = in.read()) {
      rest.append((char) c);
      if (c == '"') {
        int start = rest.length();
        string(rest);
        key = depth == 1 ? rest.substring(start, rest.length() - 1) : "";
      } else if (c == '[' && depth == 1 && key.equals(ITEMS)) {
        items(consumer);
        rest.append(']');
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return parse(rest.toString());
  }

  private void items(Consumer<MapNode> consumer) throws IOException {
    for (int c = in.read(); c != ']'; c = in.read()) {
      if (c == '{') {
        consumer.accept(parse(item()));
      } else if (c < 0) {
        throw new IOException("the list breaks off");
      }
    }
  }

  /** An item whose first brace is read. */
  private String item() throws IOException {
    StringBuilder item = new StringBuilder("{");
    for (int depth = 1; depth > 0; ) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("an item breaks off");
      }
      item.append((char) c);
      switch (c) {
        case '"' -> string(item);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
    }
    return item.toString();
  }

  /** The rest of a string whose first quote is read, and its last one. */
  private void string(StringBuilder out) throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      out.append((char) c);
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        out.append((char) in.read());
      }
    }
  }

  private static MapNode parse(String json) throws IOException {
    if (JsonReader.read(new Source("", json)) instanceof MapNode map) {
      return map;
    }
    throw new IOException("not a JSON object");
  }
}
