package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds items that stand twice in a list whose items must differ. */
final class ListItems {

  private final Problems problems;

  ListItems(Problems problems) {
    this.problems = problems;
  }

  void check(ListNode list, Field field, Place place) {
    if (!field.keys().isEmpty()) {
      differ(list, field.keys(), place);
    }
    if (!field.unique().isEmpty()) {
      differ(list, Map.of(field.unique(), ""), place);
    }
    if (field.isSet()) {
      differ(list, place);
    }
  }

  private void differ(ListNode list, Map<String, String> keys, Place place) {
    Map<List<String>, Location> seen = new HashMap<>();
    for (Node item : list) {
      if (item instanceof MapNode map) {
        List<String> given = keys.entrySet().stream().map(key -> given(map, key)).toList();
        if (!given.contains("")) {
          String named = named(keys, given);
          report(seen.putIfAbsent(given, origin(map, keys)), origin(map, keys), named, place);
        }
      }
    }
  }

  private void differ(ListNode list, Place place) {
    Map<String, Location> seen = new HashMap<>();
    for (Node item : list) {
      if (item instanceof ScalarNode scalar) {
        Location first = seen.putIfAbsent(scalar.text(), scalar.origin());
        report(first, scalar.origin(), scalar.text(), place);
      }
    }
  }

  /** What an item gives for a key; empty where that is nothing. */
  private static String given(MapNode item, Map.Entry<String, String> key) {
    Node node = item.get(key.getKey());
    return node instanceof ScalarNode scalar && !(node instanceof NullNode)
        ? scalar.text()
        : key.getValue();
  }

  private static Location origin(MapNode item, Map<String, String> keys) {
    for (String key : keys.keySet()) {
      if (item.has(key)) {
        return item.keyOrigin(key);
      }
    }
    return item.origin();
  }

  /** {@code port: 80, protocol: TCP}. */
  private static String named(Map<String, String> keys, List<String> given) {
    StringBuilder named = new StringBuilder();
    int at = 0;
    for (String key : keys.keySet()) {
      named.append(at == 0 ? "" : ", ").append(key).append(": ").append(given.get(at++));
    }
    return named.toString();
  }

  private void report(@Nullable Location first, Location second, String item, Place place) {
    if (first != null) {
      problems.add(
          Problem.error(
                  "manifest.duplicate-item",
                  "The item `" + item + "` stands twice in `" + place.path() + "`.")
              .at(second)
              .note("the first one", first)
              .hint("Keep one of them."));
    }
  }
}
