package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.yaml.MapNode;

/**
 * Compares what objects say, apart from what the server and its controllers note about them: those
 * may do so between two looks at an object.
 */
final class Contents {

  /** The one note that a controller puts beside those of users. */
  private static final String REVISION = "deployment.kubernetes.io/revision";

  private Contents() {}

  static boolean areSame(MapNode one, MapNode other) {
    return stripped(one).equals(stripped(other));
  }

  private static MapNode stripped(MapNode object) {
    MapNode metadata =
        object
            .map("metadata")
            .without("managedFields")
            .without("resourceVersion")
            .without("generation");
    MapNode annotations = metadata.map("annotations").without(REVISION);
    return object
        .without("status")
        .with(
            "metadata",
            annotations.isEmpty()
                ? metadata.without("annotations")
                : metadata.with("annotations", annotations));
  }
}
