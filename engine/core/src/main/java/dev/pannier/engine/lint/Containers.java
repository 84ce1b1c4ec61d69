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

  /** Where the value of a key is written, or the map where it is not. */
  static Location place(MapNode map, String key) {
    Node value = map.get(key);
    return value != null && value.origin().isKnown() ? value.origin() : map.keyOrigin(key);
  }
}
