package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a container wrote, told from its image and its state. */
final class ContainerLog {

  private ContainerLog() {}

  /**
   * The lines, each with its end; empty where the container has no such run.
   *
   * @param previous of the run before; else of this one, or of the last where none is on
   */
  static Optional<List<String>> of(ContainerStatus status, boolean previous) {
    ContainerState state = status.getState();
    boolean endedBefore =
        status.getLastState() != null && status.getLastState().getTerminated() != null;
    if (previous || state.getWaiting() != null) {
      return endedBefore
          ? Optional.of(lines(status, status.getLastState(), status.getRestartCount()))
          : Optional.empty();
    }
    return Optional.of(lines(status, state, status.getRestartCount() + 1));
  }

  private static List<String> lines(ContainerStatus status, ContainerState state, int run) {
    String image = status.getImage();
    Fate fate = Fate.of(image);
    List<String> lines = new ArrayList<>();
    lines.add("starting " + image + " (run " + run + ")");
    if (state.getTerminated() != null) {
      boolean well = state.getTerminated().getExitCode() == 0;
      lines.add(well ? "done" : "fatal: the tag of " + image + " says `" + fate.word() + "`");
    } else if (status.getReady()) {
      lines.add("ready");
    }
    return lines.stream().map(line -> line + "\n").toList();
  }

  /** Why there are none, in a kubelet's words. */
  static String absent(
      String container, String pod, Optional<ContainerStatus> status, boolean previous) {
    if (previous) {
      return "previous terminated container \"" + container + "\" in pod \"" + pod + "\" not found";
    }
    String reason =
        status
            .map(found -> found.getState().getWaiting())
            .map(waiting -> waiting.getReason())
            .orElse("not found");
    return "container \"" + container + "\" in pod \"" + pod + "\" is waiting to start: " + reason;
  }
}
