package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.util.List;

/** Tells in a deployment how far it has come. */
final class DeploymentStatus {

  private static final int DEADLINE_SECONDS = 600;

  private DeploymentStatus() {}

  static void update(World world, MapNode seen, MapNode current, List<MapNode> sets) {
    MapNode deployment = world.get(Key.of(seen)).orElse(seen);
    int wanted = Tree.count(deployment.map("spec"), "replicas", 1);
    int updated = 0;
    int replicas = 0;
    int ready = 0;
    for (MapNode set : sets) {
      List<MapNode> pods = world.owned("Pod", set);
      replicas += pods.size();
      ready += Pods.ready(pods);
      updated += World.uid(set).equals(World.uid(current)) ? pods.size() : 0;
    }
    int updatedReady = Pods.ready(world.owned("Pod", current));
    boolean complete = updated == wanted && replicas == wanted && updatedReady == wanted;
    MapNode counts =
        Tree.map(
            "observedGeneration", Tree.count(deployment.map("metadata"), "generation", 1),
            "replicas", replicas,
            "updatedReplicas", updated,
            "readyReplicas", ready,
            "availableReplicas", ready,
            "unavailableReplicas", Math.max(0, wanted - ready));
    MapNode available =
        Conditions.of(
            deployment,
            world.now(),
            "Available",
            ready >= Math.min(wanted, Math.max(1, wanted * 3 / 4)),
            ready >= Math.min(wanted, 1)
                ? "MinimumReplicasAvailable"
                : "MinimumReplicasUnavailable",
            ready + " of " + wanted + " replicas are available.");
    MapNode progressing = progressing(world, deployment, counts, World.name(current), complete);
    world.status(deployment, counts.with("conditions", Tree.list(List.of(available, progressing))));
  }

  private static MapNode progressing(
      World world, MapNode deployment, MapNode counts, String set, boolean complete) {
    MapNode old = condition(deployment.map("status"));
    String now = world.now().toString();
    boolean moved = !deployment.map("status").without("conditions").equals(counts);
    String since = moved ? now : old.text("lastUpdateTime").orElse(now);
    int deadline = Tree.count(deployment.map("spec"), "progressDeadlineSeconds", DEADLINE_SECONDS);
    boolean late = !complete && Instant.parse(since).plusSeconds(deadline).isBefore(world.now());
    String reason =
        complete
            ? "NewReplicaSetAvailable"
            : late ? "ProgressDeadlineExceeded" : "ReplicaSetUpdated";
    String message =
        complete
            ? "ReplicaSet `" + set + "` has successfully progressed."
            : late
                ? "ReplicaSet `" + set + "` has timed out progressing."
                : "ReplicaSet `" + set + "` is progressing.";
    return Conditions.of(deployment, world.now(), "Progressing", !late, reason, message)
        .with("lastUpdateTime", Tree.text(since));
  }

  private static MapNode condition(MapNode status) {
    for (MapNode each : Tree.maps(status, "conditions")) {
      if (each.text("type").filter("Progressing"::equals).isPresent()) {
        return each;
      }
    }
    return MapNode.EMPTY;
  }
}
