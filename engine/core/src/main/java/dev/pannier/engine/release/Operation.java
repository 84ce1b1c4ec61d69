package dev.pannier.engine.release;

import java.util.Set;
import java.util.TreeSet;

/**
 * An operation that was begun: what the next command needs to finish or undo it.
 *
 * @param revision the revision that it makes, or that it takes away
 * @param phase how far it came
 * @param atomic whether its failure is undone
 * @param restoring whether it is itself the undoing of another
 * @param noHooks whether hooks are left out
 * @param keepHistory whether an uninstall keeps the records
 * @param holder who began it
 * @param hooksDone the hooks that ended well, by event and name: they do not run twice
 */
public record Operation(
    Verb verb,
    int revision,
    Phase phase,
    boolean atomic,
    boolean restoring,
    boolean noHooks,
    boolean keepHistory,
    LockHolder holder,
    Set<String> hooksDone) {

  /** How far an operation came. Written down before the first step of each. */
  public enum Phase {
    /** It is decided; nothing has been touched. */
    INTENT,
    /** Hooks run, resources are applied or taken away, readiness is waited for. */
    APPLY,
    /** Everything new is in place; what is no longer wanted goes. */
    PRUNE,
    /** Only the records are missing. */
    COMMIT
  }

  public Operation {
    hooksDone = Set.copyOf(hooksDone);
  }

  /** This operation, further on. */
  public Operation at(Phase next) {
    return new Operation(
        verb, revision, next, atomic, restoring, noHooks, keepHistory, holder, hooksDone);
  }

  /** This operation with one more hook behind it. */
  public Operation ran(String hook) {
    Set<String> done = new TreeSet<>(hooksDone);
    done.add(hook);
    return new Operation(
        verb, revision, phase, atomic, restoring, noHooks, keepHistory, holder, done);
  }
}
