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
    Map<ResourceId, Target> applied = new LinkedHashMap<>();
    Set<ResourceId> ready = new HashSet<>();
    for (List<Wanted> wave : order.waves()) {
      await(order, wave, applied, ready);
      wave.forEach(this::announce);
      List<Target> targets =
          new WaveRunner(site).run(wave, (telling, each) -> apply(telling, each));
      targets.forEach(each -> applied.put(each.id(), each));
      new Definitions(site).awaitServed(targets);
    }
    List<Target> all = new ArrayList<>();
    wanted.forEach(each -> Optional.ofNullable(applied.get(each.id())).ifPresent(all::add));
    return all;
  }

  /** What the release brings may take a moment to be known everywhere. */
  private void announce(Wanted wanted) {
    switch (wanted.id().kind()) {
      case "CustomResourceDefinition" -> coming.add(ImplicitEdges.kind(wanted.object()));
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

  /** Applies one; what people changed by hand is set back. */
  Target apply(Wanted wanted) {
    return apply(site, wanted);
  }

  private Target apply(Site telling, Wanted wanted) {
    Attempts attempts = new Attempts(telling, coming);
    ApplyMode mode = site.options().forceConflicts() ? ApplyMode.POLITE.forced() : ApplyMode.POLITE;
    ApplyResult result = attempts.apply(wanted, mode);
    if (result instanceof ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts)
        && Rejections.areByHand(conflicts)) {
      result = attempts.apply(wanted, mode.forced());
      telling.tell(new DeployEvent.FieldsTaken(wanted.id(), conflicts));
    }
    return switch (result) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome outcome) -> {
        telling.tell(new DeployEvent.Applied(wanted.id(), outcome));
        yield new Target(wanted, object);
      }
      case ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts) ->
          throw new ChartException(Rejections.ofConflicts(wanted, conflicts));
      case ApplyResult.Refused(List<ApplyResult.Refusal> refusals) ->
          throw new ChartException(Rejections.ofRefusals(wanted, refusals));
    };
  }
}
