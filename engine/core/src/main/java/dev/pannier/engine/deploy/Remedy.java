package dev.pannier.engine.deploy;

import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.Optional;

/** What the next command does about an operation that broke off. */
public enum Remedy {
  /** It goes on where the operation stopped: only pruning, hooks or records were missing. */
  FINISH,
  /** It brings the last good revision back, or takes away what an install made. */
  UNDO,
  /** It goes on if it wants the same; else the operation counts as failed, and it does its own. */
  RESUME,
  /** The failure is recorded, and what it left is remembered; nothing else is to be done. */
  END,
  /** Nothing was touched: the operation is forgotten. */
  FORGET;

  /** The remedy for an operation, by what is recorded. */
  public static Remedy of(Operation operation, History history) {
    if (operation.verb() == Verb.UNINSTALL) {
      return FINISH;
    }
    Optional<Status> status = history.revision(operation.revision()).map(Release::status);
    Operation.Terms terms = operation.terms();
    if (status.isEmpty()) {
      return terms.restoring() ? FINISH : FORGET;
    }
    if (status.get() == Status.FAILED) {
      return terms.atomic() ? UNDO : END;
    }
    if (status.get() == Status.DEPLOYED
        || terms.restoring()
        || operation.phase() == Operation.Phase.PRUNE) {
      return FINISH;
    }
    return terms.atomic() ? UNDO : RESUME;
  }
}
