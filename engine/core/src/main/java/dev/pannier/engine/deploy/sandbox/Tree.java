package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes and changes trees of nodes. */
final class Tree {

  private static final JsonStyle CANONICAL = new JsonStyle(true, false, "");

  private Tree() {}

  /** A map of keys and values in turn. */
  static MapNode map(Object... keysAndValues) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], Node.of(keysAndValues[i + 1]));
    }
    return MapNode.of(entries);
  }

  /** A list of maps. */
  static Node list(List<MapNode> maps) {
    return Node.of(maps);
  }

  /** A string. */
  static Node text(String text) {
    return Node.of(text);
  }

  /** A tree with a value at a path, making the maps on the way. */
  static MapNode set(MapNode tree, Object value, String... path) {
    return set(tree, Node.of(value), List.of(path));
  }

  private static MapNode set(MapNode tree, Node value, List<String> path) {
    String key = path.getFirst();
    return path.size() == 1
        ? tree.with(key, value)
        : tree.with(key, set(tree.map(key), value, path.subList(1, path.size())));
  }

  /** A whole number; another one where there is none. */
  static int count(MapNode map, String key, int otherwise) {
    return map.get(key) instanceof NumberNode number && number.isInteger()
        ? number.integer().intValue()
        : otherwise;
  }

  /** The maps in a list. */
  static List<MapNode> maps(MapNode map, String key) {
    List<MapNode> maps = new ArrayList<>();
    for (Node item : map.list(key)) {
      if (item instanceof MapNode inner) {
        maps.add(inner);
      }
    }
    return maps;
  }

  /** A tree without nulls in maps: to an API server they are fields that were not given. */
  static MapNode withoutNulls(MapNode tree) {
    Map<String, Node> entries = new LinkedHashMap<>();
    tree.entries()
        .forEach((key, value) -> {
          if (!(value instanceof NullNode)) {
            entries.put(key, withoutNulls(value));
          }
        });
    return MapNode.of(entries);
  }

  private static Node withoutNulls(Node node) {
    return switch (node) {
      case MapNode map -> withoutNulls(map);
      case ListNode list -> ListNode.of(list.items().stream().map(Tree::withoutNulls).toList());
      case Node scalar -> scalar;
    };
  }

  /** A short word for what a tree says, whatever the order of its keys. */
  static String digest(Node tree) {
    try {
      byte[] json = JsonWriter.write(tree, CANONICAL).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(hash, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
