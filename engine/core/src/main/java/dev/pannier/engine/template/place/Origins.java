package dev.pannier.engine.template.place;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.template.language.Insertion;
import dev.pannier.engine.yaml.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which values went into which nodes of rendered manifests. For one render. */
public final class Origins {

  /**
   * By the very location object that the node has: equal places wrote different values in loops.
   */
  private final Map<Location, List<Insertion>> values = new IdentityHashMap<>();

  Location register(Location place, List<Insertion> insertions) {
    Location own = new Location(place.source(), place.line(), place.column());
    values.put(own, insertions);
    return own;
  }

  /** The values that went into a node; none where the template wrote it alone. */
  public List<Node> values(Node node) {
    return values(node.origin());
  }

  /** The values that went into the node of this place. */
  public List<Node> values(Location place) {
    List<Insertion> insertions = values.get(place);
    return insertions == null ? List.of() : insertions.stream().map(Insertion::value).toList();
  }
}
