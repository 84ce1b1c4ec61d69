package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field's path as API servers write it: {@code spec.containers[0].image}, {@code
 * .spec.containers[name="web"].image}, {@code metadata.annotations[a/b.c]}.
 */
final class FieldPath {

  private final List<String> steps = new ArrayList<>();

  FieldPath(String path) {
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      if (c == '.') {
        at++;
      } else if (c == '[') {
        int end = path.indexOf(']', at);
        end = end < 0 ? path.length() : end;
        steps.add(path.substring(at, end));
        at = end + 1;
      } else {
        int end = at;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        steps.add(path.substring(at, end));
        at = end;
      }
    }
  }

  /**
   * Its steps, outermost first, as {@code managedFields} name them: {@code f:spec}, {@code
   * k:name="web"}.
   */
  List<String> managed() {
    List<String> managed = new ArrayList<>();
    for (String step : steps) {
      managed.add((step.indexOf('=') >= 0 && step.startsWith("[") ? "k:" : "f:") + name(step));
    }
    return managed;
  }

  /** Where the field was written, or the nearest field around it that was. */
  Location locate(MapNode content) {
    Location place = content.origin();
    Node node = content;
    for (String step : steps) {
      Location key = node instanceof MapNode map ? map.keyOrigin(name(step)) : place;
      node = follow(node, step);
      if (node == null) {
        return place;
      }
      place = node.origin().isKnown() && !(node instanceof MapNode) ? node.origin() : key;
    }
    return place;
  }

  /** Whether this is another path or below it, of which a step may be {@code *}. */
  boolean isWithin(FieldPath around) {
    if (steps.size() < around.steps.size()) {
      return false;
    }
    for (int i = 0; i < around.steps.size(); i++) {
      String theirs = name(around.steps.get(i)).replace("\"", "");
      if (!theirs.equals("*") && !theirs.equals(name(steps.get(i)).replace("\"", ""))) {
        return false;
      }
    }
    return true;
  }

  /** What lies there in an object; null for nothing. */
  @Nullable Node in(MapNode content) {
    Node node = content;
    for (String step : steps) {
      node = follow(node, step);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /**
   * An object with another value there. Where the object has nothing at this path, it stays as it
   * is.
   *
   * @param value null for none: the field, or the item of a list, is left out
   */
  MapNode replacedIn(MapNode content, @Nullable Node value) {
    return in(content) == null ? content : (MapNode) replaced(content, 0, value);
  }

  private Node replaced(Node node, int depth, @Nullable Node value) {
    String step = steps.get(depth);
    Node old = follow(node, step);
    if (old == null) {
      return node;
    }
    Node now = depth == steps.size() - 1 ? value : replaced(old, depth + 1, value);
    return switch (node) {
      case MapNode map -> now == null ? map.without(name(step)) : map.with(name(step), now);
      case ListNode list -> replaced(list, old, now);
      case Node scalar -> scalar;
    };
  }

  private static ListNode replaced(ListNode list, Node old, @Nullable Node now) {
    List<Node> items = new ArrayList<>(list.items());
    int at = 0;
    while (items.get(at) != old) {
      at++;
    }
    if (now == null) {
      items.remove(at);
    } else {
      items.set(at, now);
    }
    return new ListNode(items, list.origin());
  }

  private static @Nullable Node follow(Node node, String step) {
    return switch (node) {
      case MapNode map -> map.get(name(step));
      case ListNode list -> item(list, name(step));
      case Node _ -> null;
    };
  }

  private static String name(String step) {
    return step.startsWith("[") ? step.substring(1) : step;
  }

  private static @Nullable Node item(ListNode list, String step) {
    if (step.indexOf('=') >= 0) {
      for (Node item : list) {
        if (isMeant(item, step)) {
          return item;
        }
      }
      return null;
    }
    try {
      int index = Integer.parseInt(step);
      return index >= 0 && index < list.size() ? list.get(index) : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /**
   * Whether an item is what {@code containerPort=80,protocol="TCP"} means, as far as it says so.
   */
  private static boolean isMeant(Node item, String keys) {
    for (String key : keys.split(",")) {
      int equals = key.indexOf('=');
      Node value = item instanceof MapNode map ? map.get(key.substring(0, equals)) : item;
      String wanted = key.substring(equals + 1).replace("\"", "");
      if (value instanceof ScalarNode scalar && !scalar.text().equals(wanted)) {
        return false;
      }
    }
    return true;
  }
}
