package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import java.util.List;

/** An object of a release that is not as the release left it. */
public sealed interface DriftedObject {

  /** The object, with its namespace where its kind has one. */
  ResourceId id();

  /** Somebody changed fields of it. */
  record Changed(ResourceId id, List<Drift> fields) implements DriftedObject {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /** Somebody deleted it. */
  record Missing(ResourceId id) implements DriftedObject {}

  /**
   * There is an object of this name that does not belong to the release.
   *
   * @param owner whose it is, a phrase; {@code nobody}
   */
  record Foreign(ResourceId id, String owner) implements DriftedObject {}
}
