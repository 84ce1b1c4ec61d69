package dev.pannier.engine.template.helper;

import static dev.pannier.engine.template.helper.HelperGroup.DICTS;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sprig's dict.go. Maps are never changed: where Sprig changes one, these give a new one, so that
 * no template sees what another did.
 */
final class DictHelpers {

  private DictHelpers() {}

  static HelperSpec spec(String name) {
    return switch (name) {
      case "dict" ->
          HelperSpec.of(
              DICTS,
              name,
              "[key] [value…] [key=value]",
              "A map of keys and values; a last key without a value has the empty string.",
              "'a' 1 b=2",
              "{a: 1, b: 2}",
              DictHelpers::dict);
      case "get" ->
          HelperSpec.of(
              DICTS,
              name,
              "map key",
              "The value of a key, or the empty string where the map has no such key.",
              "(dict 'a' 1) 'a'",
              "1",
              call -> call.map(0).entries().getOrDefault(call.text(1), TextNode.of("")));
      case "set" ->
          HelperSpec.of(
              DICTS,
              name,
              "map key value",
              "The map with a key set. In contrast to Sprig the map itself stays as it is:"
                  + " use the result.",
              "(dict 'a' 1) 'b' 2",
              "{a: 1, b: 2}",
              call -> call.map(0).with(call.text(1), call.at(2)));
      case "unset" ->
          HelperSpec.of(
              DICTS,
              name,
              "map key",
              "The map without a key. In contrast to Sprig the map itself stays as it is:"
                  + " use the result.",
              "(dict 'a' 1 'b' 2) 'b'",
              "{a: 1}",
              call -> call.map(0).without(call.text(1)));
      case "hasKey" ->
          HelperSpec.of(
              DICTS,
              name,
              "map key",
              "Whether a map has a key, be its value empty or not.",
              "(dict 'a' '') 'a'",
              "true",
              call -> BoolNode.of(call.map(0).has(call.text(1))));
      case "pick" ->
          HelperSpec.of(
              DICTS,
              name,
              "map [key…]",
              "A map with only the given keys.",
              "(dict 'a' 1 'b' 2) 'a'",
              "{a: 1}",
              call -> filtered(call, true));
      case "omit" ->
          HelperSpec.of(
              DICTS,
              name,
              "map [key…]",
              "A map without the given keys.",
              "(dict 'a' 1 'b' 2) 'a'",
              "{b: 2}",
              call -> filtered(call, false));
      case "pluck" ->
          HelperSpec.of(
              DICTS,
              name,
              "key [map…]",
              "The values of a key in several maps, as a list.",
              "'a' (dict 'a' 1) (dict 'a' 2)",
              "[1, 2]",
              DictHelpers::pluck);
      case "keys" ->
          HelperSpec.of(
              DICTS,
              name,
              "[map…]",
              "The keys of maps as a list, in the order in which they are written.",
              "(dict 'b' 1 'a' 2)",
              "[b, a]",
              DictHelpers::keys);
      case "values" ->
          HelperSpec.of(
              DICTS,
              name,
              "map",
              "The values of a map as a list, in the order in which they are written.",
              "(dict 'b' 1 'a' 2)",
              "[1, 2]",
              call -> ListNode.of(List.copyOf(call.map(0).entries().values())));
      case "dig" ->
          HelperSpec.of(
              DICTS,
              name,
              "key… fallback map",
              "The value at a path of keys, or the fallback where any of them is missing.",
              "'a' 'b' 'none' (dict 'a' (dict 'b' 1))",
              "1",
              DictHelpers::dig);
      case "merge", "mustMerge" ->
          HelperSpec.of(
              DICTS,
              name,
              "map [other…]",
              "A map with what the other maps add to it, level by level. What is empty in"
                  + " the first is taken from the others.",
              "(dict 'a' 1) (dict 'a' 2 'b' 3)",
              "{a: 1, b: 3}",
              call -> merged(call, false));
      case "mergeOverwrite", "mustMergeOverwrite" ->
          HelperSpec.of(
              DICTS,
              name,
              "map [other…]",
              "A map with what the other maps say, level by level: the last one wins.",
              "(dict 'a' 1) (dict 'a' 2 'b' 3)",
              "{a: 2, b: 3}",
              call -> merged(call, true));
      case "deepCopy", "mustDeepCopy" ->
          HelperSpec.of(
              DICTS,
              name,
              "value",
              "The value itself: values are never changed, so that none need be copied.",
              "(dict 'a' 1)",
              "{a: 1}",
              DictHelpers::copied);
      case "deepEqual" ->
          HelperSpec.of(
              DICTS,
              name,
              "value other",
              "Whether two values are the same, level by level.",
              "(list 1 2) (list 1 2)",
              "true",
              call -> BoolNode.of(call.at(0).equals(call.at(1))));
      default -> throw new IllegalStateException("no helper of maps: " + name);
    };
  }

  private static Node dict(Arguments call) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (int i = 0; i < call.size(); i += 2) {
      Node value = i + 1 < call.size() ? call.at(i + 1) : TextNode.of("");
      entries.put(GoText.of(call.at(i)), value);
    }
    entries.putAll(call.named());
    return MapNode.of(entries);
  }

  private static Node filtered(Arguments call, boolean keep) {
    MapNode map = call.map(0);
    Map<String, Node> entries = new LinkedHashMap<>(map.entries());
    List<String> keys = new ArrayList<>();
    for (int i = 1; i < call.size(); i++) {
      keys.add(call.text(i));
    }
    entries.keySet().removeIf(key -> keys.contains(key) != keep);
    return MapNode.of(entries);
  }

  private static Node pluck(Arguments call) {
    List<Node> values = new ArrayList<>();
    for (int i = 1; i < call.size(); i++) {
      Node value = call.map(i).get(call.text(0));
      if (value != null) {
        values.add(value);
      }
    }
    return ListNode.of(values);
  }

  private static Node keys(Arguments call) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      keys.addAll(call.map(i).keys());
    }
    return StringHelpers.list(keys);
  }

  private static Node copied(Arguments call) {
    if (call.at(0) instanceof NullNode) {
      throw call.wrongType(0, "value", call.at(0));
    }
    return call.at(0);
  }

  private static Node dig(Arguments call) {
    int fallback = call.size() - 2;
    Node node = call.last();
    for (int i = 0; i < fallback; i++) {
      if (!(node instanceof MapNode map)) {
        throw new HelperException(
            "The helper `dig` finds the %s `%s` before the key `%s`, where a map must be."
                .formatted(node.typeName(), node, call.text(i)));
      }
      Node inner = map.get(call.text(i));
      if (inner == null) {
        return call.at(fallback);
      }
      node = inner;
    }
    return node;
  }

  private static Node merged(Arguments call, boolean overwrite) {
    MapNode result = call.map(0);
    for (int i = 1; i < call.size(); i++) {
      result = merged(result, call.map(i), overwrite);
    }
    return result;
  }

  /** The rules of dario.cat/mergo, which Sprig merges with. */
  private static MapNode merged(MapNode target, MapNode source, boolean overwrite) {
    Map<String, Node> entries = new LinkedHashMap<>(target.entries());
    source.entries().forEach((key, value) -> mergeEntry(entries, key, value, overwrite));
    return MapNode.of(entries);
  }

  private static void mergeEntry(
      Map<String, Node> entries, String key, Node value, boolean overwrite) {
    Node old = entries.get(key);
    boolean free = old == null || !Truth.of(old);
    switch (value) {
      case NullNode _ when overwrite -> entries.put(key, value);
      case NullNode _ -> {}
      case MapNode map when old instanceof MapNode inner ->
          entries.put(key, merged(inner, map, overwrite));
      case Node _ when free || overwrite -> entries.put(key, value);
      case Node _ -> {}
    }
  }
}
