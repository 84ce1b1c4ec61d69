package dev.pannier.engine.lint;

import dev.pannier.engine.values.ValueUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that somebody asks for, as a tree. */
final class UsedValues {

  /** A place in the tree of values, reached by one or more ways. */
  record Reached(List<UsedValues> nodes) {

    /** Nobody asks for anything here or below. */
    boolean isUnused() {
      return nodes.isEmpty();
    }

    /** Somebody uses all that lies here. */
    boolean isWhole() {
      return nodes.stream().anyMatch(node -> node.whole);
    }

    Reached child(String key) {
      List<UsedValues> found = new ArrayList<>();
      for (UsedValues node : nodes) {
        node.collect(key, found);
      }
      return new Reached(found);
    }

    /** Any item of a list. */
    Reached items() {
      List<UsedValues> found = new ArrayList<>();
      for (UsedValues node : nodes) {
        found.addAll(node.children.values());
      }
      return new Reached(found);
    }
  }

  private final Map<String, UsedValues> children = new LinkedHashMap<>();
  private boolean whole;

  void add(List<String> path, boolean all) {
    UsedValues node = this;
    for (String key : path) {
      node = node.children.computeIfAbsent(key, _ -> new UsedValues());
    }
    node.whole |= all;
  }

  Reached root() {
    return new Reached(List.of(this));
  }

  private void collect(String key, List<UsedValues> found) {
    add(children.get(key), found);
    add(children.get(ValueUse.ANY), found);
  }

  private static void add(@Nullable UsedValues node, List<UsedValues> found) {
    if (node != null) {
      found.add(node);
    }
  }
}
