package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keeps one replica set per pod template of a deployment, and rolls from the old to the new. */
final class DeploymentController implements Controllers.Controller {

  static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String HASH = "pod-template-hash";
  private static final int KEPT_SETS = 10;

  @Override
  public void advance(World world) {
    for (MapNode deployment : world.all("Deployment")) {
      MapNode current = currentSet(world, deployment);
      List<MapNode> old = oldSets(world, deployment, current);
      new Rollout(world, deployment.map("spec"), current, old).advance();
      forget(world, deployment, oldSets(world, deployment, current));
      DeploymentStatus.update(world, deployment, current, world.owned("ReplicaSet", deployment));
    }
  }

  /** The set of the present template, which becomes the newest revision if it is not. */
  private static MapNode currentSet(World world, MapNode deployment) {
    MapNode template = deployment.map("spec").map("template");
    String hash = Tree.digest(template);
    List<MapNode> sets = world.owned("ReplicaSet", deployment);
    int newest = sets.stream().mapToInt(DeploymentController::revision).max().orElse(0);
    for (MapNode set : sets) {
      if (Pods.label(set, HASH).equals(hash)) {
        return revision(set) == newest ? set : world.update(renumbered(set, newest + 1));
      }
    }
    return world.create(newSet(deployment, template, hash, newest + 1));
  }

  private static MapNode newSet(MapNode deployment, MapNode template, String hash, int revision) {
    MapNode labels = template.map("metadata").map("labels").with(HASH, Node.of(hash));
    MapNode selector = Tree.set(deployment.map("spec").map("selector"), hash, "matchLabels", HASH);
    return Tree.map(
        "apiVersion",
        "apps/v1",
        "kind",
        "ReplicaSet",
        "metadata",
        Tree.map(
            "name", World.name(deployment) + "-" + hash,
            "namespace", deployment.map("metadata").text("namespace").orElse(""),
            "labels", labels,
            "annotations", Map.of(REVISION, Integer.toString(revision)),
            "ownerReferences", Pods.ownedBy(deployment)),
        "spec",
        Tree.map(
            "replicas",
            0,
            "selector",
            selector,
            "template",
            Tree.set(template, labels, "metadata", "labels")));
  }

  private static MapNode renumbered(MapNode set, int revision) {
    return Tree.set(set, Integer.toString(revision), "metadata", "annotations", REVISION);
  }

  private static int revision(MapNode set) {
    String text = set.map("metadata").map("annotations").text(REVISION).orElse("0");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static List<MapNode> oldSets(World world, MapNode deployment, MapNode current) {
    return world.owned("ReplicaSet", deployment).stream()
        .filter(each -> !World.uid(each).equals(World.uid(current)))
        .sorted(Comparator.comparingInt(DeploymentController::revision))
        .toList();
  }

  private static void forget(World world, MapNode deployment, List<MapNode> old) {
    int kept = Tree.count(deployment.map("spec"), "revisionHistoryLimit", KEPT_SETS);
    List<MapNode> empty =
        old.stream().filter(each -> Tree.count(each.map("spec"), "replicas", 0) == 0).toList();
    for (int i = 0; i < empty.size() - kept; i++) {
      world.remove(Key.of(empty.get(i)));
    }
  }
}
