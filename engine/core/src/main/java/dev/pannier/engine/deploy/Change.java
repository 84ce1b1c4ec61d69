package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** What is to become of one resource. */
public sealed interface Change {

  /** The resource, with its namespace where its kind has one. */
  ResourceId id();

  /** It is made. */
  record Create(ResourceId id, MapNode object) implements Change {}

  /** Fields of it change. */
  record Update(ResourceId id, List<FieldChange> fields) implements Change {
    public Update {
      fields = List.copyOf(fields);
    }
  }

  /** It is as it should be. */
  record Unchanged(ResourceId id) implements Change {}

  /** It is deleted: no revision wants it any more. */
  record Delete(ResourceId id) implements Change {}

  /**
   * No revision wants it any more, and it stays.
   *
   * @param reason why, a phrase
   */
  record Keep(ResourceId id, String reason) implements Change {}
}
