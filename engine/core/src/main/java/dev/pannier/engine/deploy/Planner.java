package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an operation would do, and everything that stands against it, before anything is
 * written.
 */
final class Planner {

  private final Site site;
  private @Nullable Map<ResourceId, MapNode> live;

  Planner(Site site) {
    this.site = site;
  }

  /**
   * The resources of a draft as they are applied.
   *
   * @param operation the id of the operation that does it
   */
  List<Wanted> wanted(RevisionDraft draft, String operation) {
    List<Resource> definitions = new ArrayList<>(draft.crds());
    definitions.addAll(draft.resources());
    Resolver resolver = new Resolver(site.cluster(), site.release().namespace(), definitions);
    Map<ResourceId, Wanted> all = new HashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    Problems problems = new Problems();
    for (Resource resource : draft.resources()) {
      Wanted plain = resolver.plain(resource);
      Wanted marked =
          new Wanted(
              resource,
              plain.id(),
              AppliedMark.on(Ownership.mark(plain.object(), site.release()), operation));
      Wanted twin = all.putIfAbsent(marked.id(), marked);
      if (twin != null) {
        problems.add(
            Problem.error(
                    "deploy.duplicate-object", "`" + marked.id() + "` is in the release twice.")
                .at(marked.origin("metadata.name"))
                .note("first here", twin.origin("metadata.name"))
                .hint("Name one of them otherwise, or take it out."));
      }
      wanted.add(marked);
    }
    problems.throwIfErrors();
    return wanted;
  }

  /**
   * The plan for resources.
   *
   * @throws dev.pannier.engine.problem.ChartException with everything that the cluster refuses
   */
  Plan plan(RevisionDraft draft, List<Wanted> wanted, PruneBase base) {
    Map<ResourceId, MapNode> there = live(wanted);
    Autoscalers autoscalers = there.isEmpty() ? Autoscalers.NONE : Autoscalers.of(site, wanted);
    Negotiation negotiation = new Negotiation(site, autoscalers);
    Foundations coming = new Foundations(site, draft, wanted);
    Recorded recorded = new Recorded(site, site.records().history());
    Problems problems = new Problems();
    List<Change> changes = new ArrayList<>();
    for (Forecast each :
        new WaveRunner(site)
            .run(
                wanted,
                (_, one) ->
                    Forecast.of(one, there.get(one.id()), site, negotiation, coming, recorded))) {
      problems.addAll(each.problems());
      changes.addAll(each.changes());
    }
    ApplyOrder.of(site, wanted, problems);
    checkDefinitions(draft, wanted, there, problems);
    problems.throwIfErrors();
    changes.addAll(Pruner.ofRevision(site).plan(base.without(wanted)));
    return new Plan(changes);
  }

  private void checkDefinitions(
      RevisionDraft draft, List<Wanted> wanted, Map<ResourceId, MapNode> live, Problems problems) {
    Definitions definitions = new Definitions(site);
    definitions.check(wanted, live, problems);
    List<Wanted> files = definitions.of(draft);
    if (!files.isEmpty() && site.records().history().isLive()) {
      Map<ResourceId, MapNode> present =
          site.cluster().read(files.stream().map(Wanted::id).toList());
      definitions.check(definitions.due(files, present, true), present, problems);
    }
  }

  /** How each resource was found when the plan was made. */
  List<Journal.Touched> find(List<Wanted> wanted) {
    Map<ResourceId, MapNode> there = live(wanted);
    List<Journal.Touched> touched = new ArrayList<>();
    for (Wanted each : wanted) {
      MapNode present = there.get(each.id());
      Journal.Found found =
          present == null
              ? Journal.Found.ABSENT
              : Ownership.belongs(present, site.release())
                  ? Journal.Found.OWNED
                  : Journal.Found.TAKEN;
      touched.add(new Journal.Touched(each.id(), found));
    }
    return touched;
  }

  /** What is there of them, asked for once. */
  private Map<ResourceId, MapNode> live(List<Wanted> wanted) {
    if (live == null) {
      Set<ResourceId> ids = new HashSet<>();
      wanted.forEach(each -> ids.add(each.id()));
      live = site.cluster().read(ids);
    }
    return live;
  }
}
