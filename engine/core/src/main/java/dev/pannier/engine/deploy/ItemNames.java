package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the items of a list by the fields that tell them apart, so that two states of the list are
 * compared item by item, whatever was put between them.
 */
final class ItemNames {

  /** The keys by which Kubernetes merges its lists, first those that every item has. */
  private static final List<List<String>> KEYS =
      List.of(
          List.of("name"),
          List.of("containerPort", "protocol"),
          List.of("port", "protocol"),
          List.of("mountPath"),
          List.of("devicePath"),
          List.of("topologyKey", "whenUnsatisfiable"),
          List.of("type"),
          List.of("ip"),
          List.of("key"),
          List.of("uid"));

  private ItemNames() {}

  /**
   * The items of two lists, each under its step in a path: {@code [name="web"]}; null where they
   * cannot be told apart.
   */
  static @Nullable List<Map<String, Node>> of(ListNode before, ListNode after) {
    for (List<String> keys : KEYS) {
      Map<String, Node> old = named(before, keys);
      Map<String, Node> now = named(after, keys);
      if (old != null && now != null) {
        return List.of(old, now);
      }
    }
    return null;
  }

  private static @Nullable Map<String, Node> named(ListNode list, List<String> keys) {
    Map<String, Node> named = new LinkedHashMap<>();
    for (Node item : list) {
      String name = item instanceof MapNode map ? name(map, keys) : "";
      if (name.isEmpty() || named.put(name, item) != null) {
        return null;
      }
    }
    return named;
  }

  private static String name(MapNode item, List<String> keys) {
    StringBuilder name = new StringBuilder();
    for (String key : keys) {
      if (!(item.get(key) instanceof ScalarNode value)) {
        return "";
      }
      name.append(name.isEmpty() ? "[" : ",")
          .append(key)
          .append('=')
          .append(JsonWriter.write(value));
    }
    return name.append(']').toString();
  }
}
