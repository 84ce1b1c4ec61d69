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

/** Applies resources in their order. */
final class Applier {

  private final Site site;

  Applier(Site site) {
    this.site = site;
  }

  /** Applies all, each definition of a kind served before anything of its kind comes. */
  List<Target> applyAll(List<Wanted> wanted) {
    List<Target> targets = new ArrayList<>();
    for (Wanted each : wanted) {
      if (Thread.interrupted()) {
        throw Problem.error("deploy.interrupted", "The operation was interrupted.").exception();
      }
      Target target = apply(each);
      targets.add(target);
      if (each.id().kind().equals("CustomResourceDefinition")) {
        new Waiter(site).awaitReady(List.of(target), false);
      }
    }
    return targets;
  }

  /** Applies one; what people changed by hand is set back. */
  Target apply(Wanted wanted) {
    ApplyMode mode = site.options().forceConflicts() ? ApplyMode.POLITE.forced() : ApplyMode.POLITE;
    ApplyResult result = site.cluster().apply(wanted.id(), wanted.object(), mode);
    if (result instanceof ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts)
        && Rejections.areByHand(conflicts)) {
      result = site.cluster().apply(wanted.id(), wanted.object(), mode.forced());
      site.tell(new DeployEvent.FieldsTaken(wanted.id(), conflicts));
    }
    return switch (result) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome outcome) -> {
        site.tell(new DeployEvent.Applied(wanted.id(), outcome));
        yield new Target(wanted, object);
      }
      case ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts) ->
          throw new ChartException(Rejections.ofConflicts(wanted, conflicts));
      case ApplyResult.Refused(List<ApplyResult.Refusal> refusals) ->
          throw new ChartException(Rejections.ofRefusals(wanted, refusals));
    };
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
