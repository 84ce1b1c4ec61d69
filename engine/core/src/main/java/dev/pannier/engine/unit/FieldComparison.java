package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares a document with what is expected of it, field by field. */
final class FieldComparison {
  private final String document;
  private final Function<Location, List<Location>> values;
  private final List<FieldDifference> differences = new ArrayList<>();

  private FieldComparison(String document, Function<Location, List<Location>> values) {
    this.document = document;
    this.values = values;
  }

  /**
   * The fields in which they differ, in the order of what is expected.
   *
   * @param values where the values were set that went into the node at a place
   */
  static List<FieldDifference> of(
      Node expected, Resource actual, Function<Location, List<Location>> values) {
    FieldComparison comparison = new FieldComparison(actual.id().toString(), values);
    comparison.compare(
        "", expected, actual.content(), expected.origin(), actual.content().origin());
    return comparison.differences;
  }

  private void compare(
      String path,
      @Nullable Node expected,
      @Nullable Node actual,
      Location expectedAt,
      Location writtenAt) {
    if (expected != null && expected.equals(actual)) {
      return;
    }
    if (expected instanceof MapNode wanted && actual instanceof MapNode found) {
      maps(path, wanted, found);
    } else if (expected instanceof ListNode wanted && actual instanceof ListNode found) {
      lists(path, wanted, found);
    } else {
      differences.add(
          new FieldDifference(
              document,
              path,
              Optional.ofNullable(expected),
              Optional.ofNullable(actual),
              expectedAt,
              writtenAt,
              actual == null ? List.of() : values.apply(actual.origin())));
    }
  }

  private void maps(String path, MapNode wanted, MapNode found) {
    Set<String> keys = new LinkedHashSet<>(wanted.keys());
    keys.addAll(found.keys());
    for (String key : keys) {
      compare(
          FieldPath.step(path, key),
          wanted.get(key),
          found.get(key),
          place(wanted, key),
          place(found, key));
    }
  }

  /** Where a scalar stands, else its key; of what is not there, where the map does. */
  private static Location place(MapNode map, String key) {
    Node node = map.get(key);
    if (node == null) {
      return map.origin();
    }
    return node instanceof ScalarNode && node.origin().isKnown()
        ? node.origin()
        : map.keyOrigin(key);
  }

  private void lists(String path, ListNode wanted, ListNode found) {
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      Node expected = i < wanted.size() ? wanted.get(i) : null;
      Node actual = i < found.size() ? found.get(i) : null;
      compare(
          path + "[" + i + "]",
          expected,
          actual,
          place(expected, wanted.origin()),
          place(actual, found.origin()));
    }
  }

  private static Location place(@Nullable Node node, Location around) {
    return node != null && node.origin().isKnown() ? node.origin() : around;
  }
}
