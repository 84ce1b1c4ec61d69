package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/**
 * A pod in one line, as kubectl lists it.
 *
 * @param state {@code Running}, {@code ContainerCreating}, {@code Init:1/2}, {@code
 *     CrashLoopBackOff}
 * @param ready how many of its containers are ready
 * @param containers how many it has
 * @param restarts how often its containers were restarted
 */
public record PodState(String name, String state, int ready, int containers, long restarts) {

  /** A pod as it stands. */
  public static PodState of(MapNode pod) {
    ObjectStatus status = new ObjectStatus(pod);
    List<ContainerState> all = ContainerState.of(status);
    List<ContainerState> main = all.stream().filter(each -> !each.setsUp()).toList();
    ListNode wanted = status.spec().list("containers");
    return new PodState(
        status.metadata().text("name").orElse(""),
        state(status, all, main),
        (int) main.stream().filter(ContainerState::isReady).count(),
        wanted.size(),
        all.stream().mapToLong(ContainerState::restarts).sum());
  }

  /** Whether all its containers are ready. */
  public boolean isReady() {
    return containers > 0 && ready == containers;
  }

  private static String state(
      ObjectStatus pod, List<ContainerState> all, List<ContainerState> main) {
    if (pod.isLeaving()) {
      return "Terminating";
    }
    List<ContainerState> setUp = all.stream().filter(ContainerState::setsUp).toList();
    for (int i = 0; i < setUp.size(); i++) {
      String state = setUp(setUp.get(i), i, pod.spec().list("initContainers").size());
      if (!state.isEmpty()) {
        return state;
      }
    }
    String state = pod.status().text("reason").orElse(pod.phase());
    for (ContainerState each : main.reversed()) {
      String waiting = each.waitingFor();
      String ended = each.status().map("state").map("terminated").text("reason").orElse("");
      state = !waiting.isEmpty() ? waiting : !ended.isEmpty() ? ended : state;
    }
    return state.isEmpty() ? "Pending" : state;
  }

  /** Empty where it is done, or runs along as a sidecar. */
  private static String setUp(ContainerState container, int index, int count) {
    MapNode ended = container.status().map("state").map("terminated");
    boolean done = ObjectStatus.count(ended, "exitCode").orElse(1) == 0;
    if (done || container.isReady()) {
      return "";
    }
    String waiting = container.waitingFor();
    return waiting.isEmpty() || waiting.equals("PodInitializing")
        ? "Init:" + index + "/" + count
        : "Init:" + waiting;
  }
}
