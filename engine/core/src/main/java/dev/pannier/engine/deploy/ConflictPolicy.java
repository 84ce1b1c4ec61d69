package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides about the fields that others hold, by what kind of manager they are: what people set by
 * hand is set back, what a controller scales is left to it, and another tool that applies the same
 * object stops the release.
 */
final class ConflictPolicy {

  /** Managers with which people change things by hand; beside them all of kubectl's. */
  private static final Set<String> HANDS =
      Set.of(
          ApplyMode.MANAGER,
          // what the server calls who wrote before it kept account
          "before-first-apply",
          "k9s",
          // Lens and the consoles in browsers go by their HTTP clients' names
          "node-fetch",
          "mozilla");

  private static final String REPLICAS = "spec.replicas";

  private final boolean force;
  private final Autoscalers autoscalers;

  /**
   * A policy.
   *
   * @param force whether fields that would stop the release are taken
   * @param autoscalers what scales the release's workloads
   */
  ConflictPolicy(boolean force, Autoscalers autoscalers) {
    this.force = force;
    this.autoscalers = autoscalers;
  }

  /**
   * What is to be done about the conflicts of an object.
   *
   * @param taken to be set back
   * @param yielded to be left as they are
   * @param refused they stop the release
   */
  record Ruling(List<Conflict> taken, List<FieldYield> yielded, List<Conflict> refused) {}

  Ruling rule(Wanted wanted, List<Conflict> conflicts) {
    List<Conflict> taken = new ArrayList<>();
    List<FieldYield> yielded = new ArrayList<>();
    List<Conflict> refused = new ArrayList<>();
    for (Conflict conflict : conflicts) {
      String heir = heir(wanted, conflict);
      if (!heir.isEmpty()) {
        yielded.add(new FieldYield(conflict.path(), conflict.theirs(), conflict.ours(), heir));
      } else if (force || isByHand(conflict.owner())) {
        taken.add(conflict);
      } else {
        refused.add(conflict);
      }
    }
    return new Ruling(taken, yielded, refused);
  }

  /** To whom a field is left; empty where it is not. */
  private String heir(Wanted wanted, Conflict conflict) {
    FieldOwner owner = conflict.owner();
    if (isByHand(owner)) {
      return "";
    }
    if (conflict.path().equals(REPLICAS)) {
      String scaler = autoscalers.scalerOf(wanted.id());
      return scaler.isEmpty() && owner.subresource().equals("scale") ? owner.manager() : scaler;
    }
    return conflict.path().contains(".resources") ? autoscalers.sizerOf(wanted.id()) : "";
  }

  /**
   * Whether behind a manager stands a person who changed something by hand, or an earlier way of
   * applying the same release. Who applies on the server with kubectl means to hold the field.
   */
  static boolean isByHand(FieldOwner owner) {
    String manager = owner.manager().toLowerCase(Locale.ROOT);
    boolean kubectl = manager.equals("kubectl") || manager.startsWith("kubectl-");
    return kubectl && !owner.applied() || HANDS.contains(manager);
  }
}
