package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the containers of pods; what becomes of each is told by its image's tag. */
final class Kubelet implements Controllers.Controller {

  private static final int MOST_RESTARTS = 5;

  private final Duration start;

  Kubelet(Duration start) {
    this.start = start;
  }

  /** What becomes of a container. */
  private enum Fate {
    STARTING,
    RUNNING,
    COMPLETED,
    CRASHING,
    CRASHED,
    UNPULLABLE
  }

  @Override
  public void advance(World world) {
    for (MapNode pod : world.all("Pod")) {
      world.status(pod, status(world, pod));
    }
  }

  private MapNode status(World world, MapNode pod) {
    Duration age = Duration.between(world.created(pod), world.now());
    boolean started = age.compareTo(start) >= 0;
    MapNode spec = pod.map("spec");
    List<MapNode> setUp = new ArrayList<>();
    boolean held = false;
    for (MapNode container : Tree.maps(spec, "initContainers")) {
      Fate fate = started ? fate(container, spec, true) : Fate.STARTING;
      setUp.add(container(container, held ? Fate.STARTING : fate, age));
      held |= fate != Fate.COMPLETED;
    }
    List<MapNode> containers = new ArrayList<>();
    List<Fate> fates = new ArrayList<>();
    for (MapNode container : Tree.maps(spec, "containers")) {
      Fate fate = started && !held ? fate(container, spec, false) : Fate.STARTING;
      fates.add(fate);
      containers.add(container(container, fate, age));
    }
    boolean ready = fates.stream().allMatch(fate -> fate == Fate.RUNNING);
    MapNode status =
        Tree.map(
            "phase",
            phase(fates),
            "conditions",
            List.of(
                Conditions.of(pod, world.now(), "PodScheduled", true, "Scheduled", ""),
                Conditions.of(
                    pod, world.now(), "Ready", ready, ready ? "" : "ContainersNotReady", "")),
            "startTime",
            world.created(pod).toString(),
            "containerStatuses",
            containers);
    return setUp.isEmpty() ? status : status.with("initContainerStatuses", Tree.list(setUp));
  }

  private static Fate fate(MapNode container, MapNode pod, boolean setsUp) {
    String tag = PodStory.tag(container.text("image").orElse(""));
    String restart = pod.text("restartPolicy").orElse("Always");
    if (tag.contains("missing")) {
      return Fate.UNPULLABLE;
    }
    if (tag.contains("crash")) {
      return restart.equals("Never") ? Fate.CRASHED : Fate.CRASHING;
    }
    return setsUp || !restart.equals("Always") ? Fate.COMPLETED : Fate.RUNNING;
  }

  private static String phase(List<Fate> fates) {
    if (fates.contains(Fate.CRASHED)) {
      return "Failed";
    }
    if (fates.stream().allMatch(fate -> fate == Fate.COMPLETED)) {
      return "Succeeded";
    }
    return fates.contains(Fate.STARTING) || fates.contains(Fate.UNPULLABLE) ? "Pending" : "Running";
  }

  private MapNode container(MapNode container, Fate fate, Duration age) {
    int restarts = fate == Fate.CRASHING ? restarts(age) : 0;
    MapNode status =
        Tree.map(
            "name", container.text("name").orElse(""),
            "image", container.text("image").orElse(""),
            "ready", fate == Fate.RUNNING,
            "restartCount", restarts,
            "state", state(container, fate));
    return fate == Fate.CRASHING
        ? status.with("lastState", Tree.map("terminated", ended(1, "Error")))
        : status;
  }

  private int restarts(Duration age) {
    long times = age.toNanos() / Math.max(1, start.toNanos());
    return (int) Math.min(MOST_RESTARTS, times);
  }

  private static MapNode state(MapNode container, Fate fate) {
    String image = container.text("image").orElse("");
    return switch (fate) {
      case STARTING -> waiting("ContainerCreating", "");
      case RUNNING -> Tree.map("running", MapNode.EMPTY);
      case COMPLETED -> Tree.map("terminated", ended(0, "Completed"));
      case CRASHED -> Tree.map("terminated", ended(1, "Error"));
      case CRASHING -> waiting("CrashLoopBackOff", "back-off restarting failed container");
      case UNPULLABLE -> waiting("ImagePullBackOff", "Back-off pulling image \"" + image + "\"");
    };
  }

  private static MapNode waiting(String reason, String message) {
    MapNode waiting = Tree.map("reason", reason);
    return Tree.map(
        "waiting", message.isEmpty() ? waiting : waiting.with("message", Tree.text(message)));
  }

  private static MapNode ended(int code, String reason) {
    return Tree.map("exitCode", code, "reason", reason);
  }
}
