package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of {@code managedFields}: who holds which fields. */
final class FieldSet {
  private FieldSet() {}

  /**
   * The entries of an object when the updates of some managers are what another one applied.
   *
   * @return the same list where none of them updated anything
   */
  static List<Node> adopted(List<Node> entries, Set<String> managers, String into) {
    MapNode own = MapNode.EMPTY;
    List<MapNode> updates = new ArrayList<>();
    List<Node> others = new ArrayList<>();
    for (Node each : entries) {
      MapNode entry = each instanceof MapNode map ? map : MapNode.EMPTY;
      boolean whole = entry.text("subresource").isEmpty();
      String manager = entry.text("manager").orElse("");
      if (whole && isOf(entry, "Update") && managers.contains(manager)) {
        updates.add(entry);
      } else if (whole && isOf(entry, "Apply") && manager.equals(into)) {
        own = entry;
      } else {
        others.add(each);
      }
    }
    if (updates.isEmpty()) {
      return entries;
    }
    MapNode merged = own.isEmpty() ? applied(updates.getFirst(), into) : own;
    for (MapNode update : updates) {
      merged = merged.with("fieldsV1", union(merged.map("fieldsV1"), update.map("fieldsV1")));
    }
    others.addFirst(merged);
    return others;
  }

  private static boolean isOf(MapNode entry, String operation) {
    return entry.text("operation").filter(operation::equals).isPresent();
  }

  private static MapNode applied(MapNode update, String into) {
    return update.with("manager", Node.of(into)).with("operation", Node.of("Apply"));
  }

  private static MapNode union(MapNode one, MapNode other) {
    Map<String, Node> all = new LinkedHashMap<>(one.entries());
    other
        .entries()
        .forEach((step, below) -> {
          Node known = all.get(step);
          all.put(
              step,
              known instanceof MapNode map && below instanceof MapNode more
                  ? union(map, more)
                  : below);
        });
    return MapNode.of(all);
  }
}
