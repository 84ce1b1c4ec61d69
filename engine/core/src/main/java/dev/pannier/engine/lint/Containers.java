package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;

/** How findings speak of containers, and where they point to. */
final class Containers {

  private Containers() {}

  /** {@code web} in {@code Deployment/shop}: what a message calls a container. */
  static String named(Workload workload, MapNode container) {
    return workload.name() + "`, container `" + name(container);
  }

  static String name(MapNode container) {
    return container.text("name").orElse("?");
  }

  /** Where a value begins, or its key where that stands elsewhere, or the map without the key. */
  static Location place(MapNode map, String key) {
    Location own = map.keyOrigin(key);
    Node value = map.get(key);
    if (value == null || !value.origin().isKnown()) {
      return own;
    }
    // A partial that writes a name is less to the point than the line that calls it.
    boolean beside =
        value.origin().line() == own.line()
            && value.origin().source().name().equals(own.source().name());
    return beside ? value.origin() : own;
  }
}
