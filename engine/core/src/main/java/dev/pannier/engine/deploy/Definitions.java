package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The custom resource definitions of a chart. Those of crds/ belong to no release: they are made
 * where they are not there, brought up to date by an upgrade as far as that harms nothing, and
 * never deleted.
 */
final class Definitions {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration SERVED_AFTER = Duration.ofMinutes(1);

  private final Site site;

  Definitions(Site site) {
    this.site = site;
  }

  /** The definitions of crds/ as they are applied. */
  List<Wanted> of(RevisionDraft draft) {
    Resolver resolver = new Resolver(site.cluster(), site.release().namespace(), draft.crds());
    return draft.crds().stream().map(resolver::plain).toList();
  }

  /**
   * Finds what an upgrade would do to resources that are there.
   *
   * @param live what the cluster has of the definitions
   */
  void check(List<Wanted> definitions, Map<ResourceId, MapNode> live, Problems problems) {
    if (site.options().unsafeCrds()) {
      return;
    }
    for (Wanted each : definitions) {
      MapNode present = live.get(each.id());
      if (each.id().kind().equals(ImplicitEdges.DEFINITION) && present != null) {
        for (DefinitionSafety.Harm harm : DefinitionSafety.compare(present, each.object())) {
          problems.add(
              Problem.error("deploy.unsafe-crd", "`" + each.id() + "`: " + harm.message())
                  .at(each.origin(harm.path()))
                  .hint(hint(harm)));
        }
      }
    }
  }

  private static String hint(DefinitionSafety.Harm harm) {
    return harm.path().equals("spec.scope")
        ? "No cluster changes that: delete the definition with all its resources, or give the kind"
            + " another name."
        : "Move the resources over first. `--skip-crds` leaves the definitions of crds/ as they"
            + " are, `--allow-unsafe-crds` changes them all the same.";
  }

  /**
   * What is to be applied of crds/.
   *
   * @param upgrade whether those that are there are brought up to date
   */
  List<Wanted> due(List<Wanted> definitions, Map<ResourceId, MapNode> live, boolean upgrade) {
    List<Wanted> due = new ArrayList<>();
    for (Wanted each : definitions) {
      MapNode present = live.get(each.id());
      if (present == null || upgrade && !isSettled(each, present)) {
        due.add(each);
      }
    }
    return due;
  }

  /** Whether a definition that is there stays as it is: it is so already, or a release's own. */
  private static boolean isSettled(Wanted wanted, MapNode present) {
    return DefinitionSafety.isSame(present, wanted.object()) || !Ownership.owner(present).isEmpty();
  }

  /** Waits until the kinds of definitions are established, and then until they are served. */
  void awaitServed(List<Target> applied) {
    List<Target> definitions =
        applied.stream().filter(each -> each.id().kind().equals(ImplicitEdges.DEFINITION)).toList();
    if (definitions.isEmpty()) {
      return;
    }
    new Waiter(site).awaitReady(definitions, false);
    Instant deadline = site.clock().instant().plus(SERVED_AFTER);
    Map<String, Target> open = new LinkedHashMap<>();
    definitions.forEach(each -> served(each).forEach(api -> open.put(api, each)));
    while (true) {
      open.entrySet().removeIf(each -> isServed(each.getKey(), each.getValue()));
      if (open.isEmpty()) {
        return;
      }
      if (!site.clock().instant().isBefore(deadline)) {
        throw late(open);
      }
      pause();
    }
  }

  private boolean isServed(String apiVersion, Target definition) {
    MapNode names = definition.wanted().object().map("spec").map("names");
    return site.cluster().scope(apiVersion, names.text("kind").orElse("")) != Cluster.Scope.UNKNOWN;
  }

  /** The versions that a definition asks to be served: {@code example.com/v1}. */
  private static List<String> served(Target definition) {
    MapNode spec = definition.wanted().object().map("spec");
    String group = spec.text("group").orElse("");
    List<String> versions = new ArrayList<>();
    for (Node each : spec.list("versions")) {
      if (each instanceof MapNode version && !BoolNode.FALSE.equals(version.get("served"))) {
        versions.add(group + "/" + version.text("name").orElse(""));
      }
    }
    return versions;
  }

  private static RuntimeException late(Map<String, Target> open) {
    Problems problems = new Problems();
    open.forEach((api, definition) ->
        problems.add(
            Problem.error(
                    "deploy.kind-not-served",
                    "`"
                        + definition.id()
                        + "` is established, and the cluster does not serve `"
                        + api
                        + "` in time.")
                .at(definition.origin("spec.names.kind"))
                .hint("Look at it: `kubectl describe crd " + definition.id().name() + "`.")));
    return new dev.pannier.engine.problem.ChartException(problems.all());
  }

  private void pause() {
    try {
      site.pause().pause(INTERVAL);
    } catch (InterruptedException e) {
      throw Interruption.problem().exception(e);
    }
  }
}
