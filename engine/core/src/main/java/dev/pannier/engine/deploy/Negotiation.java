package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies objects so that each field ends with who should have it: politely first, then as the
 * policy rules about what others hold.
 */
final class Negotiation {

  /** A conflict that comes up between two requests is ruled upon once more, but not for ever. */
  private static final int ROUNDS = 3;

  private static final String REPLICAS = "spec.replicas";

  private final Site site;
  private final Autoscalers autoscalers;
  private final ConflictPolicy policy;
  private final Attempts attempts;

  /** A negotiation about what may be there or not. */
  Negotiation(Site site, Autoscalers autoscalers) {
    this(site, autoscalers, Set.of());
  }

  /**
   * A negotiation.
   *
   * @param coming kinds and namespaces that were made a moment ago ({@link Attempts})
   */
  Negotiation(Site site, Autoscalers autoscalers, Set<String> coming) {
    this.attempts = new Attempts(site, coming);
    this.site = site;
    this.autoscalers = autoscalers;
    this.policy = new ConflictPolicy(site.options().forceConflicts(), autoscalers);
  }

  /**
   * What came of it.
   *
   * @param result its conflicts are those that stop the release
   * @param taken what others had set, and was set back
   * @param yielded what was left as it is
   * @param recreated what could not be changed, so that the object was deleted and made anew
   */
  record Settlement(
      ApplyResult result, List<Conflict> taken, List<FieldYield> yielded, List<Refusal> recreated) {
    Settlement {
      taken = List.copyOf(taken);
      yielded = List.copyOf(yielded);
      recreated = List.copyOf(recreated);
    }
  }

  /**
   * Whether an object certainly is as it should be, so that nothing need be asked.
   *
   * @param live the object as it is
   */
  boolean isSettled(Wanted wanted, MapNode live) {
    Optional<AppliedMark> before = AppliedMark.of(live);
    return before.isPresent()
        && before.get().digest().equals(digest(wanted))
        && FieldOwnership.of(live, ApplyMode.MANAGER)
            .filter(each -> each.coversAll(offer(wanted, live, new ArrayList<>()), live))
            .isPresent();
  }

  /** What of an object that is as it should be is left to others. */
  List<FieldYield> yields(Wanted wanted, MapNode live) {
    List<FieldYield> yielded = new ArrayList<>();
    offer(wanted, live, yielded);
    return yielded;
  }

  private static String digest(Wanted wanted) {
    return AppliedMark.of(wanted.object()).map(AppliedMark::digest).orElse("");
  }

  /**
   * Applies an object.
   *
   * @param live as it is; null where it is not there
   * @param dryRun whether to say what would be and change nothing
   */
  Settlement apply(Wanted wanted, @Nullable MapNode live, boolean dryRun) {
    List<FieldYield> yielded = new ArrayList<>();
    List<Conflict> taken = new ArrayList<>();
    MapNode object = live == null ? wanted.object() : offer(wanted, live, yielded);
    ApplyMode mode = new ApplyMode(ApplyMode.MANAGER, false, dryRun);
    ApplyResult result = attempts.apply(wanted.id(), object, mode);
    for (int round = 1;
        round <= ROUNDS && result instanceof ApplyResult.Conflicted(List<Conflict> conflicts);
        round++) {
      ConflictPolicy.Ruling ruling = policy.rule(wanted, conflicts);
      if (!ruling.refused().isEmpty()) {
        return new Settlement(
            new ApplyResult.Conflicted(ruling.refused()), List.of(), List.of(), List.of());
      }
      for (FieldYield each : ruling.yielded()) {
        object = new FieldPath(each.path()).replacedIn(object, null);
      }
      yielded.addAll(ruling.yielded());
      taken.addAll(ruling.taken());
      mode = taken.isEmpty() ? mode : mode.forced();
      result = attempts.apply(wanted.id(), object, mode);
    }
    if (result instanceof ApplyResult.Refused(List<Refusal> refusals)
        && live != null
        && Recreation.isAllowed(wanted, refusals, site.options())) {
      ApplyResult made =
          dryRun
              ? new ApplyResult.Applied(wanted.object(), ApplyResult.Outcome.CREATED)
              : recreate(wanted, live, refusals);
      return new Settlement(made, List.of(), List.of(), refusals);
    }
    return new Settlement(result, taken, yielded, List.of());
  }

  private ApplyResult recreate(Wanted wanted, MapNode live, List<Refusal> refusals) {
    String uid = live.map("metadata").text("uid").orElse("");
    site.cluster().delete(wanted.id(), uid, Recreation.propagation(wanted.id(), refusals));
    new Waiter(site).awaitGone(List.of(wanted.id()));
    return attempts.apply(wanted.id(), wanted.object(), ApplyMode.POLITE);
  }

  /** What is applied over a live object before anybody objects. */
  private MapNode offer(Wanted wanted, MapNode live, List<FieldYield> yielded) {
    MapNode object = marked(wanted, live);
    for (FieldRule rule : site.options().leave()) {
      if (rule.isAbout(wanted.id())) {
        FieldPath path = new FieldPath(rule.path());
        object = path.replacedIn(object, path.in(live));
      }
    }
    Optional<FieldYield> replicas = autoscalers.replicas(wanted, live);
    if (replicas.isEmpty()) {
      return object;
    }
    if (!SameValue.of(replicas.get().live(), replicas.get().wanted())) {
      yielded.add(replicas.get());
    }
    // whoever leaves out a field that nobody else holds resets it; so it is kept by its own value
    boolean held =
        FieldOwnership.of(live, ApplyMode.MANAGER)
            .map(each -> each.has("spec", "replicas"))
            .orElse(true);
    return new FieldPath(REPLICAS).replacedIn(object, held ? replicas.get().live() : null);
  }

  /** An object that is as it should be keeps its mark, so that applying it changes nothing. */
  private static MapNode marked(Wanted wanted, MapNode live) {
    return AppliedMark.of(live)
        .filter(before -> before.digest().equals(digest(wanted)))
        .filter(_ -> SameValue.in(AppliedMark.without(wanted.object()), live))
        .map(before -> before.write(wanted.object()))
        .orElse(wanted.object());
  }
}
