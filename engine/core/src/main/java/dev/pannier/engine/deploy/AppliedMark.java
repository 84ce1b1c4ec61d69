package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.JsonDigest;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Optional;

/**
 * What an applied object says of itself, in an annotation that the request sets which applies it:
 * so there is no moment at which an object is applied and nobody knows.
 *
 * @param operation the id of the operation that last changed it
 * @param digest of what was applied, without this mark
 */
record AppliedMark(String operation, String digest) {

  static final String ANNOTATION = "pannier.dev/applied";

  /** An object with its mark. */
  static MapNode on(MapNode object, String operation) {
    MapNode bare = without(object);
    return new AppliedMark(operation, JsonDigest.of(bare)).write(bare);
  }

  /** The mark that an object carries. */
  static Optional<AppliedMark> of(MapNode object) {
    return object.map("metadata").map("annotations").text(ANNOTATION).flatMap(AppliedMark::read);
  }

  private static Optional<AppliedMark> read(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(new AppliedMark(text.substring(0, dot), text.substring(dot + 1)));
  }

  /** An object with this mark. */
  MapNode write(MapNode object) {
    MapNode metadata = object.map("metadata");
    MapNode annotations =
        metadata.map("annotations").with(ANNOTATION, Node.of(operation + "." + digest));
    return object.with("metadata", metadata.with("annotations", annotations));
  }

  /** An object without any mark. */
  static MapNode without(MapNode object) {
    MapNode metadata = object.map("metadata");
    if (!metadata.map("annotations").has(ANNOTATION)) {
      return object;
    }
    MapNode annotations = metadata.map("annotations").without(ANNOTATION);
    return object.with(
        "metadata",
        annotations.isEmpty()
            ? metadata.without("annotations")
            : metadata.with("annotations", annotations));
  }
}
