package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps numbered pods, one after the other, and their volume claims. */
final class StatefulSetController implements Controllers.Controller {

  private static final String REVISION = "controller-revision-hash";

  @Override
  public void advance(World world) {
    for (MapNode set : world.all("StatefulSet")) {
      String revision = World.name(set) + "-" + Tree.digest(set.map("spec").map("template"));
      scale(world, set, revision);
      replace(world, set, revision);
      status(world, set, revision);
    }
  }

  private static Map<Integer, MapNode> pods(World world, MapNode set) {
    Map<Integer, MapNode> pods = new HashMap<>();
    int prefix = World.name(set).length() + 1;
    for (MapNode pod : world.owned("Pod", set)) {
      pods.put(Integer.parseInt(World.name(pod).substring(prefix)), pod);
    }
    return pods;
  }

  private static void scale(World world, MapNode set, String revision) {
    MapNode spec = set.map("spec");
    int wanted = Tree.count(spec, "replicas", 1);
    boolean parallel = spec.text("podManagementPolicy").filter("Parallel"::equals).isPresent();
    Map<Integer, MapNode> pods = pods(world, set);
    pods.forEach((ordinal, pod) -> {
      if (ordinal >= wanted) {
        Pods.remove(world, pod);
      }
    });
    for (int ordinal = 0; ordinal < wanted; ordinal++) {
      MapNode pod = pods.get(ordinal);
      if (pod == null) {
        create(world, set, ordinal, revision);
      }
      if (!parallel && (pod == null || !Pods.isReady(pod))) {
        return;
      }
    }
  }

  private static void create(World world, MapNode set, int ordinal, String revision) {
    String name = World.name(set) + "-" + ordinal;
    for (MapNode claim : Tree.maps(set.map("spec"), "volumeClaimTemplates")) {
      claim(world, set, claim, name);
    }
    Pods.create(
        world,
        set,
        name,
        set.map("spec").map("template"),
        Map.of(REVISION, revision, "statefulset.kubernetes.io/pod-name", name));
  }

  /** Claims outlive their set: nobody owns them. */
  private static void claim(World world, MapNode set, MapNode template, String pod) {
    String name = World.name(template) + "-" + pod;
    String namespace = set.map("metadata").text("namespace").orElse("");
    if (world.get(new Key("", "PersistentVolumeClaim", namespace, name)).isEmpty()) {
      world.create(
          Tree.map(
              "apiVersion",
              "v1",
              "kind",
              "PersistentVolumeClaim",
              "metadata",
              Tree.map(
                  "name", name,
                  "namespace", namespace,
                  "labels", set.map("spec").map("selector").map("matchLabels")),
              "spec",
              template.map("spec")));
    }
  }

  /**
   * Replaces one pod of an older template at a time, from the highest number down. One that is not
   * ready goes at once: a real set leaves it, and waits for somebody to remove it by hand.
   */
  private static void replace(World world, MapNode set, String revision) {
    MapNode strategy = set.map("spec").map("updateStrategy");
    if (strategy.text("type").filter("OnDelete"::equals).isPresent()) {
      return;
    }
    int partition = Tree.count(strategy.map("rollingUpdate"), "partition", 0);
    Map<Integer, MapNode> pods = pods(world, set);
    boolean allReady = pods.values().stream().allMatch(Pods::isReady);
    for (int ordinal : pods.keySet().stream().sorted((a, b) -> b - a).toList()) {
      MapNode pod = pods.getOrDefault(ordinal, MapNode.EMPTY);
      boolean old = !Pods.label(pod, REVISION).equals(revision);
      if (old && ordinal >= partition && (allReady || !Pods.isReady(pod))) {
        Pods.remove(world, pod);
        return;
      }
    }
  }

  private static void status(World world, MapNode set, String revision) {
    List<MapNode> pods = world.owned("Pod", set);
    int wanted = Tree.count(set.map("spec"), "replicas", 1);
    int updated =
        (int) pods.stream().filter(pod -> Pods.label(pod, REVISION).equals(revision)).count();
    int ready = Pods.ready(pods);
    String before = set.map("status").text("currentRevision").orElse(revision);
    boolean complete = updated == wanted && pods.size() == wanted && ready == wanted;
    String current = complete ? revision : before;
    int ofCurrent =
        (int) pods.stream().filter(pod -> Pods.label(pod, REVISION).equals(current)).count();
    world.status(
        set,
        Tree.map(
            "observedGeneration", Tree.count(set.map("metadata"), "generation", 1),
            "replicas", pods.size(),
            "readyReplicas", ready,
            "availableReplicas", ready,
            "currentReplicas", ofCurrent,
            "updatedReplicas", updated,
            "currentRevision", current,
            "updateRevision", revision));
  }
}
