package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.ReadinessRules;
import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until resources are ready or gone; gives up as soon as one will not get there. */
final class Waiter {

  private static final Duration TICK = Duration.ofSeconds(1);

  /** Nobody wants to hear of what is gone in a moment. */
  private static final Duration NEWS = Duration.ofSeconds(2);

  private final Site site;

  Waiter(Site site) {
    this.site = site;
  }

  /**
   * Checks what resources say about waiting for them.
   *
   * @throws ChartException naming each annotation that cannot be read
   */
  static void check(List<Wanted> wanted) {
    Problems problems = new Problems();
    wanted.forEach(each -> WaitSettings.read(each.resource().content(), problems));
    problems.throwIfErrors();
  }

  /**
   * Waits for readiness.
   *
   * @param completion whether Jobs must complete
   * @throws ChartException naming each resource that does not get there
   */
  void awaitReady(List<Target> targets, boolean completion) {
    ReadinessWait wait = new ReadinessWait(site, targets, completion);
    for (Target target : targets) {
      WaitSettings settings = WaitSettings.lenient(target.wanted().object());
      if (settings.mode() == WaitSettings.Mode.SKIP) {
        continue;
      }
      if (isReadyAsApplied(target, settings, completion)) {
        site.tell(new DeployEvent.Ready(target.id()));
      } else {
        wait.add(target, settings);
      }
    }
    wait.await();
  }

  /** What the cluster answered may tell that already, as it does of a ConfigMap. */
  private boolean isReadyAsApplied(Target target, WaitSettings settings, boolean completion) {
    return !target.isSilent(target.applied(), site.clock().instant())
        && ReadinessRules.of(target.applied(), settings, completion) instanceof Readiness.Ready
        && WebhookServices.needed(target.id(), target.applied()).isEmpty();
  }

  /** Waits until none of some resources is there any more. */
  void awaitGone(List<ResourceId> ids) {
    Map<ResourceId, MapNode> left = site.cluster().read(ids);
    if (left.isEmpty()) {
      return;
    }
    try (ClusterView view = site.cluster().view(left.keySet())) {
      awaitGone(view, new ArrayList<>(left.keySet()));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void awaitGone(ClusterView view, List<ResourceId> ids) throws InterruptedException {
    Instant begun = site.clock().instant();
    Instant own = begun.plus(site.options().timeout());
    Instant deadline = own.isBefore(site.end()) ? own : site.end();
    Set<ResourceId> told = new HashSet<>();
    while (true) {
      Map<ResourceId, MapNode> left = view.read(ids);
      Instant now = site.clock().instant();
      told.stream()
          .filter(each -> !left.containsKey(each))
          .forEach(each -> site.tell(new DeployEvent.Gone(each)));
      told.retainAll(left.keySet());
      if (left.isEmpty()) {
        return;
      }
      if (!now.isBefore(deadline)) {
        throw stuck(left);
      }
      if (Duration.between(begun, now).compareTo(NEWS) >= 0) {
        left.forEach((id, object) -> {
          if (told.add(id)) {
            site.tell(new DeployEvent.Waiting(id, "it is being deleted" + holders(object)));
          }
        });
      }
      view.await(TICK, site.pause());
    }
  }

  /** {@code ; a finalizer holds it: kubernetes.io/pvc-protection}. */
  private static String holders(MapNode object) {
    List<String> names = new ArrayList<>();
    for (Node each : object.map("metadata").list("finalizers")) {
      if (each instanceof ScalarNode scalar) {
        names.add(scalar.text());
      }
    }
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> "; a finalizer holds it: " + names.getFirst();
      default -> "; finalizers hold it: " + String.join(", ", names);
    };
  }

  private static RuntimeException stuck(Map<ResourceId, MapNode> left) {
    Problems problems = new Problems();
    left.forEach((id, object) ->
        problems.add(
            Problem.error(
                    "deploy.not-gone",
                    "`" + id + "` is deleted and not gone in time" + holders(object) + ".")
                .hint(
                    "Look at what holds it: `kubectl get "
                        + id
                        + (id.namespace().isEmpty() ? "" : " -n " + id.namespace())
                        + " -o yaml`.")));
    return new ChartException(problems.all());
  }

  static RuntimeException interrupted(InterruptedException cause) {
    return Problem.error("deploy.interrupted", "The operation was interrupted.").exception(cause);
  }
}
