package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values went into which fields of rendered manifests. For one render. */
public final class Origins {

  /** By the very location object that a node has: in loops one tag writes many values. */
  private final Map<Location, List<Insertion>> values = new IdentityHashMap<>();

  Location register(Location place, List<Insertion> insertions) {
    Location own = new Location(place.source(), place.line(), place.column());
    values.put(own, insertions);
    return own;
  }

  void keep(Location place, List<Insertion> insertions) {
    values.putIfAbsent(place, insertions);
  }

  /** The values that went into the node of this very location. */
  public List<Node> values(Location place) {
    List<Insertion> insertions = values.get(place);
    return insertions == null ? List.of() : insertions.stream().map(Insertion::value).toList();
  }

  /**
   * Where a field comes from; of a field that is not there, where the nearest one around it does.
   *
   * @param content a resource's content, as rendered
   * @param path as API servers write it: {@code spec.containers[0].image}
   */
  public Origin of(MapNode content, String path) {
    List<String> keys = FieldPath.keys(path);
    List<Node> nodes = new ArrayList<>();
    nodes.add(content);
    for (String key : keys) {
      Node next = child(nodes.getLast(), key);
      if (next == null) {
        break;
      }
      nodes.add(next);
    }
    Node found = nodes.getLast();
    List<Location> set = new ArrayList<>();
    for (Node value : values(found.origin())) {
      Node inside = inside(value, found, keys, nodes);
      if (inside.origin().isKnown()) {
        set.add(inside.origin());
      }
    }
    return new Origin(found.origin(), List.copyOf(set));
  }

  /** The part of an inserted map or list that became a node of the manifest. */
  private static Node inside(Node value, Node found, List<String> keys, List<Node> nodes) {
    for (int from = 0; from < nodes.size(); from++) {
      Node at = value;
      for (int i = from; i < nodes.size() - 1 && at != null; i++) {
        at = child(at, keys.get(i));
      }
      if (at != null && at.equals(found)) {
        return at;
      }
    }
    return value;
  }

  private static @Nullable Node child(Node node, String key) {
    return switch (node) {
      case MapNode map -> map.get(key);
      case ListNode list -> {
        int index = FieldPath.index(key);
        yield index >= 0 && index < list.size() ? list.get(index) : null;
      }
      case Node _ -> null;
    };
  }
}
