package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a deployment from its old replica sets to its current one. */
final class Rollout {

  private final World world;
  private final MapNode spec;
  private final MapNode current;
  private final List<MapNode> old;

  Rollout(World world, MapNode spec, MapNode current, List<MapNode> old) {
    this.world = world;
    this.spec = spec;
    this.current = current;
    this.old = old;
  }

  void advance() {
    int wanted = Tree.count(spec, "replicas", 1);
    if (Node.of(true).equals(spec.get("paused"))) {
      return;
    }
    MapNode strategy = spec.map("strategy");
    if (strategy.text("type").filter("Recreate"::equals).isPresent()) {
      old.forEach(each -> scale(each, 0));
      if (pods(old) == 0) {
        scale(current, wanted);
      }
      return;
    }
    int surge = share(strategy.map("rollingUpdate").get("maxSurge"), wanted, true);
    int missing = share(strategy.map("rollingUpdate").get("maxUnavailable"), wanted, false);
    roll(wanted, surge, surge == 0 && missing == 0 ? 1 : missing);
  }

  private void roll(int wanted, int surge, int missing) {
    int oldReplicas = old.stream().mapToInt(Rollout::replicas).sum();
    int room = wanted + surge - oldReplicas;
    int present = replicas(current);
    int next = present > wanted ? wanted : Math.max(present, Math.min(wanted, room));
    scale(current, next);
    int ready = ready(current);
    int oldReady = old.stream().mapToInt(Rollout::ready).sum();
    // what is not ready gives nobody anything: it goes first, as far as the new set has come
    int expendable = oldReplicas + next - (wanted - missing) - (next - ready);
    int broken = Math.min(oldReplicas - oldReady, Math.max(0, expendable));
    int spare = Math.max(0, ready + oldReady - (wanted - missing));
    takeFromOld(Math.min(oldReplicas, Math.max(broken, Math.min(spare, expendable))));
  }

  private void takeFromOld(int count) {
    int left = count;
    for (MapNode set : old) {
      int taken = Math.min(left, replicas(set));
      if (taken > 0) {
        scale(set, replicas(set) - taken);
        left -= taken;
      }
    }
  }

  private void scale(MapNode set, int replicas) {
    if (replicas(set) != replicas) {
      world.update(Tree.set(set, replicas, "spec", "replicas"));
    }
  }

  private int pods(List<MapNode> sets) {
    return sets.stream().mapToInt(each -> world.owned("Pod", each).size()).sum();
  }

  private static int replicas(MapNode set) {
    return Tree.count(set.map("spec"), "replicas", 0);
  }

  private static int ready(MapNode set) {
    return Math.min(replicas(set), Tree.count(set.map("status"), "readyReplicas", 0));
  }

  /** A number, or a share of the replicas: a surge rounded up, what may be missing rounded down. */
  private static int share(@Nullable Node given, int replicas, boolean up) {
    String text = given instanceof ScalarNode scalar ? scalar.text() : "25%";
    try {
      if (!text.endsWith("%")) {
        return Integer.parseInt(text);
      }
      int percent = Integer.parseInt(text.substring(0, text.length() - 1));
      return up ? Math.ceilDiv(percent * replicas, 100) : percent * replicas / 100;
    } catch (NumberFormatException _) {
      return 1;
    }
  }
}
