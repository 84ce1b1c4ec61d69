package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies resources in their order. */
final class Applier {

  private final Site site;

  Applier(Site site) {
    this.site = site;
  }

  /** Applies all, each definition of a kind served before anything of its kind comes. */
  List<Target> applyAll(List<Wanted> wanted) {
    Map<ResourceId, MapNode> live = site.cluster().read(wanted.stream().map(Wanted::id).toList());
    Autoscalers autoscalers = live.isEmpty() ? Autoscalers.NONE : Autoscalers.of(site, wanted);
    Negotiation negotiation = new Negotiation(site, autoscalers);
    List<Target> targets = new ArrayList<>();
    for (Wanted each : wanted) {
      if (Thread.interrupted()) {
        throw Problem.error("deploy.interrupted", "The operation was interrupted.").exception();
      }
      Target target = apply(each, live.get(each.id()), negotiation);
      targets.add(target);
      if (each.id().kind().equals("CustomResourceDefinition")) {
        new Waiter(site).awaitReady(List.of(target), false);
      }
    }
    return targets;
  }

  /** Applies one that is nobody's, such as a hook. */
  Target apply(Wanted wanted) {
    return apply(wanted, null, new Negotiation(site, Autoscalers.NONE));
  }

  private Target apply(Wanted wanted, @Nullable MapNode live, Negotiation negotiation) {
    if (live != null && negotiation.isSettled(wanted, live)) {
      tellYields(wanted, negotiation.yields(wanted, live));
      site.tell(new DeployEvent.Applied(wanted.id(), ApplyResult.Outcome.UNCHANGED));
      return new Target(wanted, live);
    }
    Negotiation.Settlement settlement = negotiation.apply(wanted, live, false);
    return switch (settlement.result()) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome outcome) -> {
        tell(wanted, settlement, outcome);
        yield new Target(wanted, object);
      }
      case ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts) ->
          throw new ChartException(Rejections.ofConflicts(wanted, conflicts));
      case ApplyResult.Refused(List<ApplyResult.Refusal> refusals) ->
          throw new ChartException(Rejections.ofRefusals(wanted, live, refusals));
    };
  }

  private void tell(Wanted wanted, Negotiation.Settlement settlement, ApplyResult.Outcome outcome) {
    if (!settlement.recreated().isEmpty()) {
      List<String> fixed = settlement.recreated().stream().map(ApplyResult.Refusal::path).toList();
      site.tell(new DeployEvent.Recreated(wanted.id(), fixed));
    }
    if (!settlement.taken().isEmpty()) {
      site.tell(
          new DeployEvent.FieldsTaken(
              wanted.id(), SecretValues.masked(wanted.id(), settlement.taken())));
    }
    tellYields(wanted, settlement.yielded());
    site.tell(new DeployEvent.Applied(wanted.id(), outcome));
  }

  private void tellYields(Wanted wanted, List<FieldYield> yielded) {
    if (!yielded.isEmpty()) {
      site.tell(new DeployEvent.FieldsYielded(wanted.id(), yielded));
    }
  }

  /** Makes the release's namespace where it is not there. It is no part of the release. */
  void createNamespace() {
    String name = site.release().namespace();
    ResourceId id = new ResourceId("v1", "Namespace", "", name);
    if (site.cluster().read(List.of(id)).isEmpty()) {
      MapNode named = MapNode.of(Map.of("name", Node.of(name)));
      MapNode object =
          MapNode.EMPTY
              .with("apiVersion", Node.of("v1"))
              .with("kind", Node.of("Namespace"))
              .with("metadata", named.with("labels", named));
      Resource resource = new Resource(id, object, "", YamlWriter.write(object));
      apply(new Wanted(resource, id, object));
    }
  }

  /** Makes the definitions of crds/ that are not there, and waits until they are served. */
  void createDefinitions(RevisionDraft draft) {
    Resolver resolver = new Resolver(site.cluster(), site.release().namespace(), draft.crds());
    List<Wanted> missing = new ArrayList<>();
    for (Wanted each : draft.crds().stream().map(resolver::plain).toList()) {
      if (site.cluster().read(List.of(each.id())).isEmpty()) {
        missing.add(each);
      }
    }
    applyAll(missing);
  }
}
