package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;

/** What came of applying an object. */
public sealed interface ApplyResult {

  /**
   * It is applied.
   *
   * @param object as it stands now
   */
  record Applied(MapNode object, Outcome outcome) implements ApplyResult {}

  /** Nothing was done: other managers hold fields with other values. */
  record Conflicted(List<Conflict> conflicts) implements ApplyResult {
    public Conflicted {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** Nothing was done: the object must not be as it is. */
  record Refused(List<Refusal> refusals) implements ApplyResult {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /** What applying did. */
  enum Outcome {
    CREATED,
    CONFIGURED,
    UNCHANGED
  }

  /**
   * A field that another manager holds.
   *
   * @param path {@code spec.template.spec.containers[name="web"].image}
   * @param owner who holds it
   * @param theirs the value it has
   * @param ours the value it was to get
   */
  record Conflict(String path, FieldOwner owner, Node theirs, Node ours) {
    /** The name of who holds it. */
    public String manager() {
      return owner.manager();
    }
  }

  /**
   * What an object may not be.
   *
   * @param cause the kind of refusal
   * @param path the field; empty for the object as a whole
   * @param message a whole sentence
   */
  record Refusal(Cause cause, String path, String message) {}

  /** Why an object is refused. */
  enum Cause {
    /** The cluster does not serve its kind. */
    NO_KIND,
    /** Its namespace is not there. */
    NO_NAMESPACE,
    /** Its namespace is being deleted. */
    NAMESPACE_GOING,
    /** It is not well made. */
    INVALID,
    /** The field cannot be changed once the object is there. */
    IMMUTABLE,
    /** It is not allowed. */
    FORBIDDEN,
    /** The cluster cannot take it at this moment; a little later it may. */
    NOT_YET
  }
}
