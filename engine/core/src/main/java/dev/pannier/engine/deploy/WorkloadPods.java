package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the pods of a workload. Only those of its newest template are judged: an old broken pod
 * must not fail the revision that mends it.
 */
final class WorkloadPods {

  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String SET_REVISION = "controller-revision-hash";
  private static final String ROLLOUT_HASH = "rollouts-pod-template-hash";

  private final ClusterReader reader;

  WorkloadPods(ClusterReader reader) {
    this.reader = reader;
  }

  /**
   * The pods that a workload has of its newest template; none while its controller has not looked
   * at that.
   */
  List<MapNode> newest(ResourceId id, MapNode live) {
    ObjectStatus workload = new ObjectStatus(live);
    if (workload.isStale()) {
      return List.of();
    }
    return switch (id.kind()) {
      case "Pod" -> List.of(live);
      case "Deployment" ->
          newestSet(workload).map(set -> ownedBy(set, "v1", "Pod")).orElse(List.of());
      case "Rollout" -> ofRollout(workload).map(set -> ownedBy(set, "v1", "Pod")).orElse(List.of());
      case "StatefulSet" ->
          ofRevision(
              ownedBy(live, "v1", "Pod"), workload.status().text("updateRevision").orElse(""));
      case "DaemonSet" -> ofDaemonSet(live);
      case "Job", "ReplicaSet" -> ownedBy(live, "v1", "Pod");
      default -> List.of();
    };
  }

  /** Whether pods of an older template are on their way out, and their room with them. */
  boolean anyLeaving(ResourceId id, MapNode live) {
    return !id.kind().equals("Pod")
        && selected(live, "v1", "Pod").stream()
            .anyMatch(each -> new ObjectStatus(each).isLeaving());
  }

  /** The set that bears the deployment's own revision. */
  private Optional<MapNode> newestSet(ObjectStatus deployment) {
    List<MapNode> sets = ownedBy(deployment.object(), "apps/v1", "ReplicaSet");
    String revision = deployment.annotation(REVISION);
    return revision.isEmpty()
        ? sets.stream().max(Comparator.comparingLong(WorkloadPods::revision))
        : sets.stream()
            .filter(set -> new ObjectStatus(set).annotation(REVISION).equals(revision))
            .findFirst();
  }

  private Optional<MapNode> ofRollout(ObjectStatus rollout) {
    String hash = rollout.status().text("currentPodHash").orElse("");
    return ownedBy(rollout.object(), "apps/v1", "ReplicaSet").stream()
        .filter(set -> new ObjectStatus(set).label(ROLLOUT_HASH).equals(hash))
        .findFirst();
  }

  /** A daemon set does not say which revision is its newest; its controller's records do. */
  private List<MapNode> ofDaemonSet(MapNode set) {
    List<MapNode> pods = ownedBy(set, "v1", "Pod");
    Optional<MapNode> newest =
        ownedBy(set, "apps/v1", "ControllerRevision").stream()
            .max(Comparator.comparingLong(each -> ObjectStatus.count(each, "revision").orElse(0)));
    return newest
        .or(() -> pods.stream().max(Comparator.comparing(WorkloadPods::created)))
        .map(each -> ofRevision(pods, new ObjectStatus(each).label(SET_REVISION)))
        .orElse(List.of());
  }

  private static List<MapNode> ofRevision(List<MapNode> pods, String revision) {
    return pods.stream()
        .filter(pod -> new ObjectStatus(pod).label(SET_REVISION).equals(revision))
        .toList();
  }

  private static String created(MapNode object) {
    return object.map("metadata").text("creationTimestamp").orElse("");
  }

  private List<MapNode> ownedBy(MapNode owner, String apiVersion, String kind) {
    String uid = new ObjectStatus(owner).uid();
    return selected(owner, apiVersion, kind).stream().filter(each -> isOwnedBy(each, uid)).toList();
  }

  private List<MapNode> selected(MapNode owner, String apiVersion, String kind) {
    Map<String, String> labels = new HashMap<>();
    owner
        .map("spec")
        .map("selector")
        .map("matchLabels")
        .entries()
        .forEach((key, value) -> {
          if (value instanceof ScalarNode scalar) {
            labels.put(key, scalar.text());
          }
        });
    String namespace = owner.map("metadata").text("namespace").orElse("");
    return reader.list(apiVersion, kind, namespace, labels);
  }

  private static boolean isOwnedBy(MapNode object, String uid) {
    for (Node reference : object.map("metadata").list("ownerReferences")) {
      if (reference instanceof MapNode map && map.text("uid").filter(uid::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static long revision(MapNode set) {
    try {
      return Long.parseLong(new ObjectStatus(set).annotation(REVISION));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
