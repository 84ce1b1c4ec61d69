package dev.pannier.engine.authoring;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of values.yaml with the keys it lies below; {@value #ITEMS} stands for any item of a list.
 *
 * @param keys from the top down; none is the whole
 */
record KeyPath(List<String> keys) {

  static final String ITEMS = "[]";
  static final KeyPath ROOT = new KeyPath(List.of());

  KeyPath {
    keys = List.copyOf(keys);
  }

  KeyPath child(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new KeyPath(longer);
  }

  KeyPath items() {
    return child(ITEMS);
  }

  /** Whether this is any item of a list, and no key. */
  boolean isItem() {
    return !keys.isEmpty() && keys.getLast().equals(ITEMS);
  }

  boolean isRoot() {
    return keys.isEmpty();
  }

  /** The key itself, or the one whose items these are; empty at the root. */
  String name() {
    return fromEnd(0);
  }

  /** The key above, items left out. */
  String parentName() {
    return fromEnd(1);
  }

  private String fromEnd(int skipped) {
    int left = skipped;
    for (String key : keys.reversed()) {
      if (!key.equals(ITEMS) && left-- == 0) {
        return key;
      }
    }
    return "";
  }

  /** As people write it: {@code hosts[].name}, {@code annotations["a.b/c"]}. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (String key : keys) {
      if (key.equals(ITEMS)) {
        path.append(ITEMS);
      } else if (isPlain(key)) {
        path.append(path.isEmpty() ? "" : ".").append(key);
      } else {
        path.append("[\"").append(key.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
      }
    }
    return path.toString();
  }

  private static boolean isPlain(String key) {
    return !key.isEmpty() && key.chars().noneMatch(c -> ".[]\"'`".indexOf(c) >= 0 || c <= ' ');
  }
}
