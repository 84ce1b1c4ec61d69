package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies resources in their order. */
final class Applier {

  private final Site site;
  private final Set<String> coming = new HashSet<>();

  Applier(Site site) {
    this.site = site;
  }

  /**
   * Applies all, wave after wave: each definition of a kind is served before anything of its kind
   * comes, and what something waits for is ready.
   *
   * @return in the order of the resources
   */
  List<Target> applyAll(List<Wanted> wanted) {
    Problems problems = new Problems();
    ApplyOrder order = ApplyOrder.of(site, wanted, problems);
    problems.throwIfErrors();
    Map<ResourceId, MapNode> live = site.cluster().read(wanted.stream().map(Wanted::id).toList());
    Autoscalers autoscalers = live.isEmpty() ? Autoscalers.NONE : Autoscalers.of(site, wanted);
    Map<ResourceId, Target> applied = new LinkedHashMap<>();
    Set<ResourceId> ready = new HashSet<>();
    for (List<Wanted> wave : order.waves()) {
      await(order, wave, applied, ready);
      wave.forEach(this::announce);
      List<Target> targets =
          new WaveRunner(site)
              .run(wave, (telling, each) -> apply(telling, each, live.get(each.id()), autoscalers));
      targets.forEach(each -> applied.put(each.id(), each));
      new Definitions(site)
          .awaitServed(
              targets.stream().filter(each -> each.applied() != live.get(each.id())).toList());
    }
    List<Target> all = new ArrayList<>();
    wanted.forEach(each -> Optional.ofNullable(applied.get(each.id())).ifPresent(all::add));
    return all;
  }

  /** What the release brings may take a moment to be known everywhere. */
  private void announce(Wanted wanted) {
    switch (wanted.id().kind()) {
      case ImplicitEdges.DEFINITION -> coming.add(ImplicitEdges.kind(wanted.object()));
      case "Namespace" -> coming.add(wanted.id().name());
      default -> {}
    }
  }

  /** Waits until all is ready that a wave waits for, Jobs until they are done. */
  private void await(
      ApplyOrder order, List<Wanted> wave, Map<ResourceId, Target> applied, Set<ResourceId> ready) {
    List<Target> needed = new ArrayList<>();
    for (ResourceId id : order.awaited(wave)) {
      if (ready.add(id)) {
        Optional.ofNullable(applied.get(id))
            .or(() -> order.outside(id).map(live -> Target.outside(id, live)))
            .ifPresent(needed::add);
      }
    }
    if (!needed.isEmpty()) {
      new Waiter(site).awaitReady(needed, true);
    }
  }

  /**
   * Applies the definitions of crds/, and waits until they are served.
   *
   * @param upgrade whether those that are there are brought up to date
   */
  void applyDefinitions(RevisionDraft draft, boolean upgrade) {
    Definitions definitions = new Definitions(site);
    List<Wanted> all = definitions.of(draft);
    if (!all.isEmpty()) {
      Map<ResourceId, MapNode> live = site.cluster().read(all.stream().map(Wanted::id).toList());
      applyAll(definitions.due(all, live, upgrade));
    }
  }

  /** Applies one that is nobody's, such as a hook. */
  Target apply(Wanted wanted) {
    announce(wanted);
    return apply(site, wanted, null, Autoscalers.NONE);
  }

  private Target apply(
      Site telling, Wanted wanted, @Nullable MapNode live, Autoscalers autoscalers) {
    Negotiation negotiation = new Negotiation(telling, autoscalers, coming);
    if (live != null && negotiation.isSettled(wanted, live)) {
      tellYields(telling, wanted, negotiation.yields(wanted, live));
      telling.tell(new DeployEvent.Applied(wanted.id(), ApplyResult.Outcome.UNCHANGED));
      return new Target(wanted, live);
    }
    if (live != null) {
      ClientSideFields.adopt(site.cluster(), wanted.id(), live);
    }
    Negotiation.Settlement settlement = negotiation.apply(wanted, live, false);
    return switch (settlement.result()) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome outcome) -> {
        tell(telling, wanted, settlement, outcome);
        yield new Target(wanted, object);
      }
      case ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts) ->
          throw new ChartException(Rejections.ofConflicts(wanted, conflicts));
      case ApplyResult.Refused(List<ApplyResult.Refusal> refusals) ->
          throw new ChartException(Rejections.ofRefusals(wanted, live, refusals));
    };
  }

  private static void tell(
      Site telling, Wanted wanted, Negotiation.Settlement settlement, ApplyResult.Outcome outcome) {
    if (!settlement.recreated().isEmpty()) {
      List<String> fixed = settlement.recreated().stream().map(ApplyResult.Refusal::path).toList();
      telling.tell(new DeployEvent.Recreated(wanted.id(), fixed));
    }
    if (!settlement.taken().isEmpty()) {
      telling.tell(
          new DeployEvent.FieldsTaken(
              wanted.id(), SecretValues.masked(wanted.id(), settlement.taken())));
    }
    tellYields(telling, wanted, settlement.yielded());
    telling.tell(new DeployEvent.Applied(wanted.id(), outcome));
  }

  private static void tellYields(Site telling, Wanted wanted, List<FieldYield> yielded) {
    if (!yielded.isEmpty()) {
      telling.tell(new DeployEvent.FieldsYielded(wanted.id(), yielded));
    }
  }
}
