package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keeps as many pods as a replica set asks for. */
final class ReplicaSetController implements Controllers.Controller {

  @Override
  public void advance(World world) {
    for (MapNode set : world.all("ReplicaSet")) {
      int wanted = Tree.count(set.map("spec"), "replicas", 1);
      List<MapNode> pods = world.owned("Pod", set);
      for (int i = pods.size(); i < wanted; i++) {
        String name = World.name(set) + "-" + Pods.suffix(world);
        Pods.create(world, set, name, set.map("spec").map("template"), Map.of());
      }
      pods.stream()
          .sorted(Comparator.comparing(Pods::isReady))
          .limit(Math.max(0, pods.size() - wanted))
          .forEach(pod -> Pods.remove(world, pod));
      status(world, set);
    }
  }

  private static void status(World world, MapNode set) {
    List<MapNode> pods = world.owned("Pod", set);
    int ready = Pods.ready(pods);
    world.status(
        set,
        Tree.map(
            "observedGeneration", Tree.count(set.map("metadata"), "generation", 1),
            "replicas", pods.size(),
            "fullyLabeledReplicas", pods.size(),
            "readyReplicas", ready,
            "availableReplicas", ready));
  }
}
