package dev.pannier.engine.values;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way down from a root: keys of maps and indexes of lists.
 *
 * @param parts strings and integers
 */
record NodePath(List<Object> parts) {

  static final NodePath ROOT = new NodePath(List.of());

  NodePath {
    parts = List.copyOf(parts);
  }

  NodePath child(Object part) {
    List<Object> longer = new ArrayList<>(parts);
    longer.add(part);
    return new NodePath(longer);
  }

  NodePath first(int length) {
    return new NodePath(parts.subList(0, Math.min(length, parts.size())));
  }

  NodePath parent() {
    return first(parts.size() - 1);
  }

  NodePath from(int start) {
    return new NodePath(parts.subList(start, parts.size()));
  }

  int length() {
    return parts.size();
  }

  /** The last part as text; empty at the root. */
  String last() {
    return parts.isEmpty() ? "" : parts.getLast().toString();
  }

  /** What lies there; null where nothing does. */
  @Nullable Node in(Node root) {
    Node node = root;
    for (Object part : parts) {
      node =
          switch (node) {
            case MapNode map -> map.get(part.toString());
            case ListNode list -> item(list, part.toString());
            case ScalarNode _ -> null;
          };
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  private static @Nullable Node item(ListNode list, String index) {
    int number = 0;
    for (int i = 0; i < index.length(); i++) {
      int digit = index.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > list.size()) {
        return null;
      }
      number = number * 10 + digit;
    }
    return number < list.size() ? list.get(number) : null;
  }

  /** As people write it: {@code servers[0].name}, {@code annotations["a.b/c"]}. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Integer) {
        path.append('[').append(part).append(']');
      } else if (isPlain(part.toString())) {
        path.append(path.isEmpty() ? "" : ".").append(part);
      } else {
        path.append("[\"").append(part).append("\"]");
      }
    }
    return path.toString();
  }

  private static boolean isPlain(String key) {
    return !key.isEmpty() && key.chars().noneMatch(c -> c == '.' || c == '[' || c <= ' ');
  }
}
