package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A way down into a document: {@code spec.containers[0].image}, {@code spec.containers[name=web]},
 * {@code metadata.labels["app.kubernetes.io/name"]}, {@code spec.ports[*].port}, {@code [-1]}.
 *
 * @param text as written
 */
record FieldPath(String text, List<Step> steps) {

  /** One step down. */
  sealed interface Step {}

  record Key(String name) implements Step {}

  /** Counted from 0; below 0, from the end. */
  record Index(int number) implements Step {}

  /** The items in which a field has a value: {@code name=web}. */
  record Having(FieldPath field, String value) implements Step {

    boolean fits(Node item) {
      for (Found found : field.in(item, new ArrayList<>())) {
        if (found.node() instanceof ScalarNode scalar && scalar.text().equals(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** All items of a list, or all values of a map. */
  record All() implements Step {}

  /**
   * What lies at the end of a path.
   *
   * @param path to it, with indexes in place of conditions
   * @param place where it was written
   */
  record Found(String path, Node node, Location place) {}

  /** Where a path ends before its end: what is there, and the step that leads nowhere. */
  record Miss(String path, Node last, Step step, Location place) {}

  /** A path continued by a key, as people write it. */
  static String step(String path, String key) {
    boolean plain = !key.isEmpty() && key.chars().noneMatch(c -> ".[]=*/\" ".indexOf(c) >= 0);
    if (!plain) {
      return path + "[\"" + key + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  /** All that the path leads to; where it leads nowhere, why. */
  List<Found> in(Node root, List<Miss> misses) {
    List<Found> reached = List.of(new Found("", root, root.origin()));
    for (Step step : steps) {
      List<Found> next = new ArrayList<>();
      for (Found from : reached) {
        int before = next.size();
        follow(from, step, next);
        if (next.size() == before) {
          misses.add(new Miss(from.path(), from.node(), step, from.place()));
        }
      }
      reached = next;
    }
    return reached;
  }

  private static void follow(Found from, Step step, List<Found> next) {
    switch (from.node()) {
      case MapNode map -> inMap(from, map, step, next);
      case ListNode list -> inList(from, list, step, next);
      case ScalarNode _ -> {}
    }
  }

  private static void inMap(Found from, MapNode map, Step step, List<Found> next) {
    switch (step) {
      case Key(String name) -> entry(from, map, name, next);
      case Index(int number) -> entry(from, map, Integer.toString(number), next);
      case All _ -> map.keys().forEach(key -> entry(from, map, key, next));
      case Having having -> {
        if (having.fits(map)) {
          next.add(from);
        }
      }
    }
  }

  private static void entry(Found from, MapNode map, String key, List<Found> next) {
    Node value = map.get(key);
    if (value != null) {
      Location place = value.origin().isKnown() ? value.origin() : map.keyOrigin(key);
      next.add(new Found(step(from.path(), key), value, place));
    }
  }

  private static void inList(Found from, ListNode list, Step step, List<Found> next) {
    for (int i = 0; i < list.size(); i++) {
      boolean meant =
          switch (step) {
            case Index(int number) -> i == (number < 0 ? list.size() + number : number);
            case All _ -> true;
            case Having having -> having.fits(list.get(i));
            case Key _ -> false;
          };
      if (meant) {
        Location place = list.get(i).origin().isKnown() ? list.get(i).origin() : from.place();
        next.add(new Found(from.path() + "[" + i + "]", list.get(i), place));
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
