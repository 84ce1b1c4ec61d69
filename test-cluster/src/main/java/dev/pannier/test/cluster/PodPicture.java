package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.End;
import dev.pannier.test.cluster.Moment.Ended;
import dev.pannier.test.cluster.Moment.Running;
import dev.pannier.test.cluster.Moment.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the containers of a pod are doing at a moment.
 *
 * @param setUp the states of the init containers
 * @param containers the states of the others
 * @param again whether a container that failed is started again
 */
record PodPicture(List<Shot> setUp, List<Shot> containers, boolean again) {

  /** A container and what it is doing. */
  record Shot(Container container, Moment moment) {
    boolean succeeded() {
      return moment.phase() instanceof Ended(End end) && end.exitCode() == 0;
    }

    boolean failed() {
      return moment.phase() instanceof Ended(End end) && end.exitCode() != 0;
    }

    boolean waits() {
      return moment.phase() instanceof Waiting && moment.restarts() == 0;
    }

    boolean ready() {
      return moment.phase() instanceof Running(boolean ready) && ready;
    }
  }

  boolean initialized() {
    return setUp.stream().allMatch(Shot::succeeded);
  }

  boolean ready() {
    return initialized() && containers.stream().allMatch(Shot::ready);
  }

  /** Pending, Running, Succeeded or Failed. */
  String phase() {
    if (!again && setUp.stream().anyMatch(Shot::failed)) {
      return "Failed";
    }
    if (containers.stream().allMatch(shot -> shot.succeeded() || shot.failed() && !again)) {
      return containers.stream().anyMatch(Shot::failed) ? "Failed" : "Succeeded";
    }
    return !initialized() || containers.stream().anyMatch(Shot::waits) ? "Pending" : "Running";
  }

  boolean over() {
    return phase().equals("Failed") || phase().equals("Succeeded");
  }

  List<ContainerStatus> initStatuses(Pod pod, Instant begin) {
    return statuses(setUp, pod, begin, true);
  }

  List<ContainerStatus> statuses(Pod pod, Instant begin) {
    return statuses(containers, pod, begin, false);
  }

  private static List<ContainerStatus> statuses(
      List<Shot> shots, Pod pod, Instant begin, boolean setsUp) {
    List<ContainerStatus> statuses = new ArrayList<>();
    for (Shot shot : shots) {
      Container container = shot.container();
      Moment moment = shot.moment();
      Instant time = begin.plus(moment.at());
      statuses.add(
          new ContainerStatusBuilder()
              .withName(container.getName())
              .withImage(container.getImage())
              .withImageID(shot.waits() ? "" : "fake://" + container.getImage())
              .withReady(setsUp ? shot.succeeded() : shot.ready())
              .withStarted(moment.phase() instanceof Running)
              .withRestartCount(moment.restarts())
              .withContainerID(shot.waits() ? "" : id(pod, shot))
              .withState(state(pod, shot, time))
              .withLastState(last(moment.lastEnd(), pod, shot, time))
              .build());
    }
    return statuses;
  }

  private static String id(Pod pod, Shot shot) {
    return "fake://"
        + pod.getMetadata().getUid()
        + "/"
        + shot.container().getName()
        + "/"
        + shot.moment().restarts();
  }

  private static ContainerState state(Pod pod, Shot shot, Instant time) {
    return switch (shot.moment().phase()) {
      case Waiting(String reason, String message) ->
          new ContainerStateBuilder()
              .withNewWaiting(message.isEmpty() ? null : message, reason)
              .build();
      case Running _ ->
          new ContainerStateBuilder()
              .withNewRunning()
              .withStartedAt(text(time))
              .endRunning()
              .build();
      case Ended(End end) -> last(end, pod, shot, time);
    };
  }

  private static ContainerState last(@Nullable End end, Pod pod, Shot shot, Instant time) {
    if (end == null) {
      return new ContainerState();
    }
    return new ContainerStateBuilder()
        .withNewTerminated()
        .withExitCode(end.exitCode())
        .withReason(end.reason())
        .withContainerID(id(pod, shot))
        .withStartedAt(text(time))
        .withFinishedAt(text(time))
        .endTerminated()
        .build();
  }

  /** Kubernetes keeps times in whole seconds. */
  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The same, but a container does something else. */
  PodPicture with(String container, Moment moment) {
    return new PodPicture(
        with(setUp, container, moment), with(containers, container, moment), again);
  }

  private static List<Shot> with(List<Shot> shots, String container, Moment moment) {
    return shots.stream()
        .map(shot ->
            shot.container().getName().equals(container)
                ? new Shot(shot.container(), moment)
                : shot)
        .toList();
  }
}
