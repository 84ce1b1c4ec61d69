package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits until resources are ready or gone; gives up as soon as one will not get there. */
final class Waiter {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Site site;
  private final Diagnostics diagnostics;

  Waiter(Site site) {
    this.site = site;
    this.diagnostics = new Diagnostics(site.cluster());
  }

  /**
   * Waits for readiness.
   *
   * @param completion whether Jobs must complete
   * @throws dev.pannier.engine.problem.ChartException naming each resource that does not get there
   */
  void awaitReady(List<Target> targets, boolean completion) {
    Instant deadline = site.clock().instant().plus(site.options().timeout());
    Map<ResourceId, Target> open = new HashMap<>();
    targets.forEach(each -> open.put(each.id(), each));
    Map<ResourceId, String> reasons = new HashMap<>();
    while (true) {
      List<Diagnosis> failed = look(targets, open, reasons, completion);
      if (!failed.isEmpty()) {
        throw failure(open, failed, false);
      }
      if (open.isEmpty()) {
        return;
      }
      if (!site.clock().instant().isBefore(deadline)) {
        throw failure(open, late(targets, open, reasons), true);
      }
      pause();
    }
  }

  private List<Diagnosis> look(
      List<Target> targets,
      Map<ResourceId, Target> open,
      Map<ResourceId, String> reasons,
      boolean completion) {
    Map<ResourceId, MapNode> live = site.cluster().read(List.copyOf(open.keySet()));
    List<Diagnosis> failed = new ArrayList<>();
    for (Target target : targets) {
      if (!open.containsKey(target.id())) {
        continue;
      }
      switch (readiness(target, live.get(target.id()), completion)) {
        case Readiness.Ready _ -> {
          open.remove(target.id());
          site.tell(new DeployEvent.Ready(target.id()));
        }
        case Readiness.Progressing(String reason) -> {
          if (!reason.equals(reasons.put(target.id(), reason))) {
            site.tell(new DeployEvent.Waiting(target.id(), reason));
          }
          diagnostics.verdict(target, live.get(target.id())).ifPresent(failed::add);
        }
        case Readiness.Failed(String reason) ->
            failed.add(diagnostics.explain(target, live.get(target.id()), reason));
      }
    }
    return failed;
  }

  private static Readiness readiness(Target target, @Nullable MapNode live, boolean completion) {
    if (live == null) {
      // a Job with a time to live may be gone before anybody looks
      return target.applied().map("spec").has("ttlSecondsAfterFinished")
          ? Readiness.READY
          : new Readiness.Failed("somebody deleted it");
    }
    return target.isReplaced(live)
        ? new Readiness.Failed("somebody replaced it by another of that name")
        : ReadinessRules.of(live, completion);
  }

  private List<Diagnosis> late(
      List<Target> targets, Map<ResourceId, Target> open, Map<ResourceId, String> reasons) {
    Map<ResourceId, MapNode> live = site.cluster().read(List.copyOf(open.keySet()));
    List<Diagnosis> late = new ArrayList<>();
    for (Target target : targets) {
      if (open.containsKey(target.id())) {
        String reason = reasons.getOrDefault(target.id(), "");
        late.add(diagnostics.explain(target, live.get(target.id()), reason));
      }
    }
    return late;
  }

  private RuntimeException failure(
      Map<ResourceId, Target> open, List<Diagnosis> diagnoses, boolean late) {
    Problems problems = new Problems();
    for (Diagnosis diagnosis : diagnoses) {
      site.tell(new DeployEvent.Failed(diagnosis));
      Target target = open.get(diagnosis.resource());
      String container =
          diagnosis.container().isEmpty()
              ? ""
              : template(diagnosis) + ".containers[name=" + diagnosis.container() + "].image";
      Problem problem =
          Problem.error(
                  "deploy.not-ready",
                  "`"
                      + diagnosis.resource()
                      + "` "
                      + what(diagnosis, late)
                      + ": "
                      + diagnosis.reason()
                      + ".")
              .at(target == null ? Location.unknown() : target.origin(container));
      if (!diagnosis.log().isEmpty()) {
        problem = problem.note("its last words: " + diagnosis.log().getLast(), Location.unknown());
      }
      problems.add(problem);
    }
    return new ChartException(problems.all());
  }

  private static String what(Diagnosis diagnosis, boolean late) {
    if (late) {
      return "is not ready in time";
    }
    return diagnosis.resource().kind().equals("Job") ? "has failed" : "does not become ready";
  }

  private static String template(Diagnosis diagnosis) {
    return diagnosis.resource().kind().equals("Pod") ? "spec" : "spec.template.spec";
  }

  /** Waits until none of some resources is there any more. */
  void awaitGone(List<ResourceId> ids) {
    Instant deadline = site.clock().instant().plus(site.options().timeout());
    Map<ResourceId, MapNode> left = site.cluster().read(ids);
    while (!left.isEmpty()) {
      if (!site.clock().instant().isBefore(deadline)) {
        throw stuck(left.keySet().iterator().next());
      }
      pause();
      left = site.cluster().read(ids);
    }
  }

  private static RuntimeException stuck(ResourceId id) {
    return Problem.error("deploy.not-gone", "`" + id + "` is deleted and not gone in time.")
        .hint("Look at its finalizers: `kubectl get " + id + " -n " + id.namespace() + " -o yaml`.")
        .exception();
  }

  private void pause() {
    try {
      site.pause().pause(INTERVAL);
    } catch (InterruptedException e) {
      throw Problem.error("deploy.interrupted", "The operation was interrupted.").exception(e);
    }
  }
}
