package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A key whose schema is asked for, with all that is known to stand there.
 *
 * @param value what values.yaml says; null where it does not have the key
 * @param others what the chart's further values files and tests say
 * @param open whether maps here may hold other keys than those seen
 */
record Place(KeyPath path, @Nullable Node value, List<Node> others, boolean open) {

  Place {
    others = List.copyOf(others);
  }

  /** What stands here, nulls left out: a null takes a key away and says nothing of its type. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    if (value != null && !(value instanceof NullNode)) {
      nodes.add(value);
    }
    for (Node other : others) {
      if (!(other instanceof NullNode)) {
        nodes.add(other);
      }
    }
    return nodes;
  }

  /** Whether all that stands here, if anything, is as asked for. */
  boolean all(Predicate<Node> asked) {
    return nodes().stream().allMatch(asked);
  }

  boolean any(Predicate<Node> asked) {
    return nodes().stream().anyMatch(asked);
  }

  /** The keys of all maps that stand here; those of values.yaml first, in its order. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Node node : nodes()) {
      if (node instanceof MapNode map) {
        keys.addAll(map.keys());
      }
    }
    return keys;
  }

  /** The place of a key in the maps that stand here. */
  Place child(String key, boolean childOpen) {
    Node own = value instanceof MapNode map ? map.get(key) : null;
    List<Node> seen = new ArrayList<>();
    for (Node other : others) {
      Node at = other instanceof MapNode map ? map.get(key) : null;
      if (at != null) {
        seen.add(at);
      }
    }
    return new Place(path.child(key), own, seen, childOpen);
  }

  /** The place of any item of the lists that stand here: examples, not all that there can be. */
  Place items() {
    List<Node> items = new ArrayList<>();
    for (Node node : nodes()) {
      if (node instanceof ListNode list) {
        list.forEach(items::add);
      }
    }
    return new Place(path.items(), null, items, true);
  }

  /**
   * Whether null stays here, and does not take a key away: in a list, and where values.yaml does
   * not have the key.
   */
  boolean mayBeNull() {
    return (value == null || path.keys().contains(KeyPath.ITEMS))
        && others.stream().anyMatch(NullNode.class::isInstance);
  }

  /** The name of the key. */
  String name() {
    return path.name();
  }

  /** Whether its name is one of these, or ends in one of them with a capital: {@code podLabels}. */
  boolean isCalled(String... names) {
    String name = name();
    for (String each : names) {
      if (name.equals(each)
          || name.endsWith(Character.toUpperCase(each.charAt(0)) + each.substring(1))) {
        return true;
      }
    }
    return false;
  }
}
