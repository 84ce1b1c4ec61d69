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
