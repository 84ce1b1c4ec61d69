package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The readiness of a pod, and which of its containers will not come up. */
final class PodReadiness {

  /** What a container waits for that no waiting mends. */
  private static final Set<String> HOPELESS =
      Set.of(
          "ImagePullBackOff",
          "InvalidImageName",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "ErrImageNeverPull");

  /** Its message tells of the back-off and nothing of the crash. */
  private static final String CRASH_LOOP = "CrashLoopBackOff";

  /** One crash may be a race for a database; a second one is a verdict. */
  private static final int CRASHES = 2;

  private PodReadiness() {}

  static Readiness of(ObjectStatus pod) {
    String phase = pod.status().text("phase").orElse("");
    Optional<String> hopeless = hopelessContainer(pod).map(Container::reason);
    if (hopeless.isPresent()) {
      return new Readiness.Failed(hopeless.get());
    }
    return switch (phase) {
      case "Succeeded" -> Readiness.READY;
      case "Failed" ->
          new Readiness.Failed(pod.status().text("message").orElse("the pod has failed"));
      case "Running" ->
          pod.is("Ready", "True")
              ? Readiness.READY
              : new Readiness.Progressing("the pod is not ready");
      default ->
          pod.is("PodScheduled", "False")
              ? new Readiness.Progressing(pod.told("PodScheduled"))
              : new Readiness.Progressing("the pod has not started");
    };
  }

  /** A container's state as the pod tells it. */
  record Container(String name, MapNode state) {

    String waitingFor() {
      return state.map("state").map("waiting").text("reason").orElse("");
    }

    MapNode lastEnd() {
      MapNode last = state.map("lastState").map("terminated");
      return last.isEmpty() ? state.map("state").map("terminated") : last;
    }

    /** {@code container `web` is in CrashLoopBackOff: exit code 1}. */
    String reason() {
      StringBuilder text = new StringBuilder("container `" + name + "` is in " + waitingFor());
      ObjectStatus.count(lastEnd(), "exitCode")
          .ifPresent(code -> text.append(", exit code ").append(code));
      if (!waitingFor().equals(CRASH_LOOP)) {
        MapNode waiting = state.map("state").map("waiting");
        waiting.text("message").ifPresent(message -> text.append(": ").append(message));
      }
      return text.toString();
    }
  }

  /** The first container that will not come up, init containers first. */
  static Optional<Container> hopelessContainer(ObjectStatus pod) {
    return containers(pod).stream().filter(PodReadiness::isHopeless).findFirst();
  }

  private static boolean isHopeless(Container container) {
    String waiting = container.waitingFor();
    return HOPELESS.contains(waiting)
        || waiting.equals(CRASH_LOOP)
            && ObjectStatus.count(container.state(), "restartCount").orElse(CRASHES) >= CRASHES;
  }

  private static List<Container> containers(ObjectStatus pod) {
    List<Container> containers = new ArrayList<>();
    for (String key : new String[] {"initContainerStatuses", "containerStatuses"}) {
      for (Node item : pod.status().list(key)) {
        if (item instanceof MapNode state) {
          containers.add(new Container(state.text("name").orElse(""), state));
        }
      }
    }
    return containers;
  }
}
