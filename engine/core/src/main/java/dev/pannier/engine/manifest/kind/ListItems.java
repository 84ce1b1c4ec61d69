package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<String> given = given(map, keys);
        if (!given.contains("")) {
          Location second = origin(map, keys);
          Location first = seen.putIfAbsent(given, second);
          if (first != null) {
            problems.add(twice(first, second, named(keys, given), place));
          }
        }
      }
    }
  }

  private void differ(ListNode list, Place place) {
    Map<String, Location> seen = new HashMap<>();
    for (Node item : list) {
      if (item instanceof ScalarNode scalar) {
        Location first = seen.putIfAbsent(scalar.text(), scalar.origin());
        if (first != null) {
          problems.add(twice(first, scalar.origin(), scalar.text(), place));
        }
      }
    }
  }

  /** What an item gives for each key; empty where that is nothing. */
  private static List<String> given(MapNode item, Map<String, String> keys) {
    List<String> given = new ArrayList<>(keys.size());
    for (Map.Entry<String, String> key : keys.entrySet()) {
      Node node = item.get(key.getKey());
      given.add(
          node instanceof ScalarNode scalar && !(node instanceof NullNode)
              ? scalar.text()
              : key.getValue());
    }
    return given;
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

  private static Problem twice(Location first, Location second, String item, Place place) {
    return Problem.error(
            "manifest.duplicate-item",
            "The item `" + item + "` stands twice in `" + place.path() + "`.")
        .at(second)
        .note("the first one", first)
        .hint("Keep one of them.");
  }
}
