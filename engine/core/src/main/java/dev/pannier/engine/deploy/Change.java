package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** What is to become of one resource. */
public sealed interface Change {

  /** The resource, with its namespace where its kind has one. */
  ResourceId id();

  /**
   * It is made.
   *
   * @param object as it is applied
   */
  record Create(ResourceId id, MapNode object) implements Change {}

  /**
   * Fields of it change.
   *
   * @param fields what differs from the cluster because the release wants something else now
   * @param drift what somebody changed since the release was last applied, and is set back
   * @param yielded what the chart sets and is left to others all the same
   * @param adopted from whom it is taken over, a phrase; empty where it belongs to the release
   */
  record Update(
      ResourceId id,
      List<FieldChange> fields,
      List<Drift> drift,
      List<FieldYield> yielded,
      String adopted)
      implements Change {
    public Update {
      fields = List.copyOf(fields);
      drift = List.copyOf(drift);
      yielded = List.copyOf(yielded);
    }
  }

  /**
   * It is deleted and made anew, because it cannot be changed and that was asked for.
   *
   * @param fields all that differs
   * @param fixed the paths of what cannot be changed
   */
  record Recreate(ResourceId id, List<FieldChange> fields, List<String> fixed) implements Change {
    public Recreate {
      fields = List.copyOf(fields);
      fixed = List.copyOf(fixed);
    }
  }

  /**
   * It is as it should be.
   *
   * @param yielded what the chart sets and is left to others all the same
   */
  record Unchanged(ResourceId id, List<FieldYield> yielded) implements Change {
    public Unchanged {
      yielded = List.copyOf(yielded);
    }
  }

  /** It is deleted: no revision wants it any more. */
  record Delete(ResourceId id) implements Change {}

  /**
   * No revision wants it any more, and it stays.
   *
   * @param reason why, a phrase
   */
  record Keep(ResourceId id, String reason) implements Change {}
}
