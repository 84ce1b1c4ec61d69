package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pods of a hook wrote. */
final class HookLog {
  private static final int LINES = 1000;

  private final Cluster cluster;

  HookLog(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The last lines of all containers; none of a hook that is no Job and no Pod. */
  List<String> of(Target hook) {
    List<MapNode> pods =
        switch (hook.id().kind()) {
          case "Pod" -> List.copyOf(cluster.read(List.of(hook.id())).values());
          case "Job" -> pods(hook);
          default -> List.of();
        };
    return pods.stream().flatMap(pod -> lines(pod, hook.id().namespace()).stream()).toList();
  }

  /** Not those of an earlier run of that name, which may still be on their way out. */
  private List<MapNode> pods(Target job) {
    Map<String, String> labels = Map.of("job-name", job.id().name());
    return cluster.list("v1", "Pod", job.id().namespace(), labels).stream()
        .filter(pod -> isOwned(pod, job.applied().map("metadata").text("uid").orElse("")))
        .toList();
  }

  private static boolean isOwned(MapNode pod, String uid) {
    for (Node each : pod.map("metadata").list("ownerReferences")) {
      if (each instanceof MapNode owner && owner.text("uid").filter(uid::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private List<String> lines(MapNode pod, String namespace) {
    ResourceId id =
        new ResourceId("v1", "Pod", namespace, pod.map("metadata").text("name").orElse(""));
    List<String> lines = new ArrayList<>();
    for (String key : List.of("initContainers", "containers")) {
      for (Node each : pod.map("spec").list(key)) {
        if (each instanceof MapNode container) {
          lines.addAll(cluster.logs(id, container.text("name").orElse(""), LINES));
        }
      }
    }
    return lines;
  }
}
