package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.deploy.readiness.PodFault;
import dev.pannier.engine.deploy.readiness.PodState;
import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.ReadinessRules;
import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Judges resources by what they say of themselves, and by what belongs to them. */
final class Judge {

  /** What is refused now may pass when an old pod is gone. */
  private static final Duration REFUSED = Duration.ofSeconds(10);

  private static final List<String> SCALING = List.of("TriggeredScaleUp", "Nominated");
  private static final List<String> UNPROVISIONED = List.of("ProvisioningFailed", "FailedBinding");

  private final WorkloadPods pods;
  private final RecentEvents events;
  private final WebhookServices webhooks;
  private final Set<ResourceId> usedClaims;

  /**
   * A judge.
   *
   * @param usedClaims the claims that pods of the release use
   */
  Judge(ClusterReader reader, RecentEvents events, Set<ResourceId> usedClaims) {
    this.pods = new WorkloadPods(reader);
    this.events = events;
    this.webhooks = new WebhookServices(reader);
    this.usedClaims = usedClaims;
  }

  Judgement judge(ResourceId id, MapNode live, WaitSettings settings, boolean completion) {
    Readiness readiness = ReadinessRules.of(live, settings, completion);
    return switch (readiness) {
      case Readiness.Ready _ -> Judgement.of(webhooks.judge(id, live));
      case Readiness.Failed failed -> {
        Fault fault = Fault.of("itself", failed.reason(), failed.grace());
        Optional<Fault> ofPod =
            id.kind().equals("Pod") ? ofPods(id, live, List.of(live), settings) : Optional.empty();
        List<MapNode> own = pods.newest(id, live);
        yield new Judgement(readiness, Optional.of(ofPod.orElse(fault)), states(own));
      }
      case Readiness.Progressing _ -> progressing(id, live, settings, readiness);
    };
  }

  private Judgement progressing(
      ResourceId id, MapNode live, WaitSettings settings, Readiness readiness) {
    if (id.kind().equals("PersistentVolumeClaim")) {
      return claim(id, readiness);
    }
    List<MapNode> own = pods.newest(id, live);
    Optional<Fault> fault =
        ofPods(id, live, own, settings).or(() -> refusedPods(id, new ObjectStatus(live)));
    return new Judgement(readiness, fault, states(own));
  }

  private static List<PodState> states(List<MapNode> pods) {
    return pods.stream().map(PodState::of).toList();
  }

  private Optional<Fault> ofPods(
      ResourceId id, MapNode live, List<MapNode> own, WaitSettings settings) {
    OptionalInt restarts = settings.restarts();
    for (MapNode pod : own) {
      Optional<Fault> fault =
          PodFault.of(new ObjectStatus(pod), restarts, !id.kind().equals("Job"))
              .map(each -> Fault.of(pod, each, id.kind().equals("Pod")))
              .filter(each -> !isComing(id, live, each));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Whether room is being made for a pod that no node takes. */
  private boolean isComing(ResourceId id, MapNode live, Fault fault) {
    return fault.is(PodFault.UNSCHEDULABLE)
        && (fault.reason().contains("unbound immediate PersistentVolumeClaims")
            || pods.anyLeaving(id, live)
            || fault.pod().filter(this::isScaledFor).isPresent());
  }

  private boolean isScaledFor(MapNode pod) {
    return events.last(Diagnostics.podId(pod), SCALING).isPresent();
  }

  /**
   * Deployments and replica sets tell by a condition that their pods are refused; others do not.
   */
  private Optional<Fault> refusedPods(ResourceId id, ObjectStatus live) {
    boolean lacking =
        switch (id.kind()) {
          case "StatefulSet" -> live.inStatus("replicas") < live.inSpec("replicas", 1);
          case "DaemonSet" ->
              live.inStatus("currentNumberScheduled") < live.inStatus("desiredNumberScheduled");
          case "Job" ->
              live.inStatus("active") + live.inStatus("succeeded") + live.inStatus("failed") == 0;
          default -> false;
        };
    return lacking && !live.isStale()
        ? events
            .last(id, List.of("FailedCreate"))
            .map(told -> Fault.of("refused", "its pods are refused: " + told, REFUSED))
        : Optional.empty();
  }

  private Judgement claim(ResourceId id, Readiness readiness) {
    boolean idle = events.last(id, List.of("WaitForFirstConsumer")).isPresent();
    if (idle && !usedClaims.contains(id)) {
      return Judgement.of(Readiness.READY);
    }
    Optional<Fault> fault =
        events
            .last(id, UNPROVISIONED)
            .map(told -> Fault.of("volume", "there is no volume for it: " + told, REFUSED));
    return new Judgement(readiness, fault, List.of());
  }
}
