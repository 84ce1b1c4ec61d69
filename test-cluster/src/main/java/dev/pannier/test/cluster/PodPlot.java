package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.Ended;
import dev.pannier.test.cluster.Moment.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lives of all containers of a pod, counted from when it came to its node. */
record PodPlot(List<Life> setUp, List<Life> containers, boolean again) {

  /** A container and its moments, in the order of time; the first is that of the beginning. */
  record Life(Container container, List<Moment> moments) {
    Moment at(Duration age) {
      Moment current = moments.getFirst();
      for (Moment moment : moments) {
        if (moment.at().compareTo(age) <= 0) {
          current = moment;
        }
      }
      return current;
    }

    /** When it ends well for good, if ever. */
    Optional<Duration> success() {
      Moment last = moments.getLast();
      return last.phase() instanceof Ended(Moment.End end) && end.exitCode() == 0
          ? Optional.of(last.at())
          : Optional.empty();
    }
  }

  static PodPlot of(Pod pod, Pace pace) {
    String policy = Optional.ofNullable(pod.getSpec().getRestartPolicy()).orElse("Always");
    boolean again = !policy.equals("Never");
    List<Life> setUp = new ArrayList<>();
    Optional<Duration> begin = Optional.of(Duration.ZERO);
    for (Container container : pod.getSpec().getInitContainers()) {
      Life life = life(container, begin, true, true, again, pace);
      setUp.add(life);
      begin = life.success();
    }
    List<Life> containers = new ArrayList<>();
    for (Container container : pod.getSpec().getContainers()) {
      boolean ends = !policy.equals("Always");
      containers.add(life(container, begin, !setUp.isEmpty(), ends, again, pace));
    }
    return new PodPlot(setUp, containers, again);
  }

  private static Life life(
      Container container,
      Optional<Duration> begin,
      boolean initializing,
      boolean ends,
      boolean again,
      Pace pace) {
    Waiting waiting = new Waiting(initializing ? "PodInitializing" : "ContainerCreating", "");
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(Duration.ZERO, waiting, 0, null, Optional.empty()));
    if (begin.isPresent()) {
      for (Moment moment :
          Timeline.of(container.getName(), container.getImage(), ends, again, pace)) {
        moments.add(moment.later(begin.get()));
      }
    }
    return new Life(container, List.copyOf(moments));
  }

  PodPicture at(Duration age) {
    return new PodPicture(shots(setUp, age), shots(containers, age), again);
  }

  private static List<PodPicture.Shot> shots(List<Life> lives, Duration age) {
    List<PodPicture.Shot> shots = new ArrayList<>();
    for (Life life : lives) {
      shots.add(new PodPicture.Shot(life.container(), life.at(age)));
    }
    return shots;
  }

  /** When something changes for the first time after a moment. */
  Optional<Duration> nextChange(Duration after) {
    List<Life> all = new ArrayList<>(setUp);
    all.addAll(containers);
    return all.stream()
        .flatMap(life -> life.moments().stream())
        .map(Moment::at)
        .filter(at -> at.compareTo(after) > 0)
        .min(Duration::compareTo);
  }
}
