package dev.pannier.engine.release;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation that was begun: what the next command needs to finish or undo it.
 *
 * @param id of its own among all operations on the release: {@code 3-mfz8k2p1}; objects that it
 *     changes carry it
 * @param revision the revision that it makes, or that it takes away
 * @param phase how far it came
 * @param inputs a digest of what the revision is made of; empty where it makes none
 * @param started when it began, after any waiting for the release
 * @param holder who began it
 * @param hooksDone the hooks that ended well, by event and name: they do not run twice
 */
public record Operation(
    String id,
    Verb verb,
    int revision,
    Phase phase,
    Terms terms,
    String inputs,
    Instant started,
    LockHolder holder,
    Set<String> hooksDone) {

  /**
   * How far an operation came. Written down before the first step of each. Nothing has been touched
   * as long as the record of the revision is not there; what is left at the end are the records.
   */
  public enum Phase {
    /** Hooks run, resources are applied, readiness is waited for. */
    APPLY,
    /** Everything new is in place; what is no longer wanted goes, and the last hooks run. */
    PRUNE
  }

  /**
   * What was agreed when an operation began, whoever ends it.
   *
   * @param atomic whether its failure is undone
   * @param restoring whether it is itself the undoing of another
   * @param noHooks whether hooks are left out
   * @param keepHistory whether an uninstall keeps the records
   */
  public record Terms(boolean atomic, boolean restoring, boolean noHooks, boolean keepHistory) {}

  public Operation {
    hooksDone = Set.copyOf(hooksDone);
  }

  /** An operation that is about to begin. */
  public static Operation of(
      Verb verb, int revision, Terms terms, String inputs, Instant now, LockHolder holder) {
    return new Operation(
        id(revision, now),
        verb,
        revision,
        verb == Verb.UNINSTALL ? Phase.PRUNE : Phase.APPLY,
        terms,
        inputs,
        now,
        holder,
        Set.of());
  }

  /**
   * The id of an operation. Only one at a time is under way on a release, so that its revision and
   * the time tell it from all others.
   */
  public static String id(int revision, Instant now) {
    return revision + "-" + Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
  }

  /** This operation, further on. */
  public Operation at(Phase next) {
    return new Operation(id, verb, revision, next, terms, inputs, started, holder, hooksDone);
  }

  /** This operation, taken up by somebody else on terms of his own. */
  public Operation takenUp(LockHolder by, Terms anew) {
    return new Operation(id, verb, revision, phase, anew, inputs, started, by, hooksDone);
  }

  /** This operation with one more hook behind it. */
  public Operation ran(String hook) {
    Set<String> done = new TreeSet<>(hooksDone);
    done.add(hook);
    return new Operation(id, verb, revision, phase, terms, inputs, started, holder, done);
  }
}
