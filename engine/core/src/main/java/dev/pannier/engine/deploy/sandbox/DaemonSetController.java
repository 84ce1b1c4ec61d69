package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** Keeps one pod of each daemon set on the one node there is. */
final class DaemonSetController implements Controllers.Controller {

  private static final String REVISION = "controller-revision-hash";

  @Override
  public void advance(World world) {
    for (MapNode set : world.all("DaemonSet")) {
      String revision = Tree.digest(set.map("spec").map("template"));
      boolean onDelete =
          set.map("spec").map("updateStrategy").text("type").filter("OnDelete"::equals).isPresent();
      for (MapNode pod : world.owned("Pod", set)) {
        if (!onDelete && !Pods.label(pod, REVISION).equals(revision)) {
          Pods.remove(world, pod);
        }
      }
      if (world.owned("Pod", set).isEmpty()) {
        String name = World.name(set) + "-" + Pods.suffix(world);
        Pods.create(world, set, name, set.map("spec").map("template"), Map.of(REVISION, revision));
      }
      status(world, set, revision);
    }
  }

  private static void status(World world, MapNode set, String revision) {
    List<MapNode> pods = world.owned("Pod", set);
    int ready = Pods.ready(pods);
    long updated = pods.stream().filter(pod -> Pods.label(pod, REVISION).equals(revision)).count();
    world.status(
        set,
        Tree.map(
            "observedGeneration",
            Tree.count(set.map("metadata"), "generation", 1),
            "desiredNumberScheduled",
            1,
            "currentNumberScheduled",
            pods.size(),
            "updatedNumberScheduled",
            updated,
            "numberReady",
            ready,
            "numberAvailable",
            ready));
  }
}
