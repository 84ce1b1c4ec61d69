package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.yaml.MapNode;

/** Compares what objects say, apart from what the server notes about them. */
final class Contents {

  private Contents() {}

  static boolean areSame(MapNode one, MapNode other) {
    return stripped(one).equals(stripped(other));
  }

  private static MapNode stripped(MapNode object) {
    return object.with(
        "metadata",
        object
            .map("metadata")
            .without("managedFields")
            .without("resourceVersion")
            .without("generation"));
  }
}
