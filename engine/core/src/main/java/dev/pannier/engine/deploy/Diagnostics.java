package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pod and the container that hold a workload up. Only pods of its newest template count:
 * an old broken pod must not fail the revision that mends it.
 */
final class Diagnostics {

  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String SET_REVISION = "controller-revision-hash";
  private static final int LOG_LINES = 20;

  private final Cluster cluster;

  Diagnostics(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Why a workload that still says to progress will not get there; empty while it may. */
  Optional<Diagnosis> verdict(Target target, @Nullable MapNode live) {
    return live == null
        ? Optional.empty()
        : culprit(target.id(), live).map(each -> diagnose(target.id(), each));
  }

  /** The same as a phrase, without what the container and the cluster say about it. */
  Optional<String> hopeless(ResourceId id, MapNode live) {
    return culprit(id, live).map(each -> each.reason(id));
  }

  /** The container that holds a workload up for good. */
  private record Culprit(MapNode pod, PodReadiness.Container container) {
    String reason(ResourceId workload) {
      String name = podId(pod).name();
      String where = name.equals(workload.name()) ? "" : "pod `" + name + "`, ";
      return where + container.reason();
    }
  }

  private Optional<Culprit> culprit(ResourceId id, MapNode live) {
    for (MapNode pod : pods(id, live)) {
      Optional<PodReadiness.Container> container =
          PodReadiness.hopelessContainer(new ObjectStatus(pod));
      if (container.isPresent()) {
        return Optional.of(new Culprit(pod, container.get()));
      }
    }
    return Optional.empty();
  }

  /** What is known about a workload that did not get there. */
  Diagnosis explain(Target target, @Nullable MapNode live, String reason) {
    return verdict(target, live).orElseGet(() -> failedPod(target, live, reason));
  }

  private Diagnosis failedPod(Target target, @Nullable MapNode live, String reason) {
    if (live != null) {
      for (MapNode pod : pods(target.id(), live)) {
        if (pod.map("status").text("phase").filter("Failed"::equals).isPresent()) {
          String container = firstContainer(pod);
          ResourceId id = podId(pod);
          return new Diagnosis(
              target.id(),
              reason,
              Optional.of(id),
              container,
              cluster.logs(id, container, LOG_LINES),
              cluster.events(id));
        }
      }
    }
    return Diagnosis.of(target.id(), reason);
  }

  private static String firstContainer(MapNode pod) {
    ListNode containers = pod.map("spec").list("containers");
    return !containers.isEmpty() && containers.get(0) instanceof MapNode first
        ? first.text("name").orElse("")
        : "";
  }

  private Diagnosis diagnose(ResourceId workload, Culprit culprit) {
    ResourceId id = podId(culprit.pod());
    String container = culprit.container().name();
    return new Diagnosis(
        workload,
        culprit.reason(workload),
        Optional.of(id),
        container,
        cluster.logs(id, container, LOG_LINES),
        cluster.events(id));
  }

  /** The pods that a workload of the newest template has. */
  private List<MapNode> pods(ResourceId id, MapNode live) {
    return switch (id.kind()) {
      case "Pod" -> List.of(live);
      case "Deployment" -> {
        List<MapNode> sets = ownedBy(live, "apps/v1", "ReplicaSet", id.namespace());
        yield sets.stream()
            .max(Comparator.comparingLong(Diagnostics::revision))
            .map(newest -> ownedBy(newest, "v1", "Pod", id.namespace()))
            .orElse(List.of());
      }
      case "StatefulSet" -> {
        String revision = live.map("status").text("updateRevision").orElse("");
        yield ownedBy(live, "v1", "Pod", id.namespace()).stream()
            .filter(pod -> label(pod, SET_REVISION).equals(revision))
            .toList();
      }
      case "DaemonSet" -> newest(ownedBy(live, "v1", "Pod", id.namespace()));
      case "Job", "ReplicaSet" -> ownedBy(live, "v1", "Pod", id.namespace());
      default -> List.of();
    };
  }

  private static List<MapNode> newest(List<MapNode> pods) {
    return pods.stream()
        .max(Comparator.comparing(pod -> pod.map("metadata").text("creationTimestamp").orElse("")))
        .map(last -> label(last, SET_REVISION))
        .map(revision ->
            pods.stream().filter(pod -> label(pod, SET_REVISION).equals(revision)).toList())
        .orElse(List.of());
  }

  private List<MapNode> ownedBy(MapNode owner, String apiVersion, String kind, String namespace) {
    String uid = owner.map("metadata").text("uid").orElse("");
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
    return cluster.list(apiVersion, kind, namespace, labels).stream()
        .filter(each -> isOwnedBy(each, uid))
        .toList();
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
      return Long.parseLong(set.map("metadata").map("annotations").text(REVISION).orElse("0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static String label(MapNode object, String name) {
    return object.map("metadata").map("labels").text(name).orElse("");
  }

  private static ResourceId podId(MapNode pod) {
    MapNode metadata = pod.map("metadata");
    return new ResourceId(
        "v1", "Pod", metadata.text("namespace").orElse(""), metadata.text("name").orElse(""));
  }
}
