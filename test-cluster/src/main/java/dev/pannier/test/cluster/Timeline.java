package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.End;
import dev.pannier.test.cluster.Moment.Ended;
import dev.pannier.test.cluster.Moment.News;
import dev.pannier.test.cluster.Moment.Phase;
import dev.pannier.test.cluster.Moment.Running;
import dev.pannier.test.cluster.Moment.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole life of a container, told from its image, in the order of time. */
final class Timeline {

  private static final int MOST_RESTARTS = 8;
  private static final End DONE = new End(0, "Completed");

  private final String name;
  private final String image;
  private final Pace pace;
  private final List<Moment> moments = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private int restarts;
  private @Nullable End lastEnd;

  private Timeline(String name, String image, Pace pace) {
    this.name = name;
    this.image = image;
    this.pace = pace;
  }

  /**
   * @param ends whether the container does its work and ends, as one that sets a pod up does
   * @param again whether it is started again after a failure
   */
  static List<Moment> of(String name, String image, boolean ends, boolean again, Pace pace) {
    Timeline timeline = new Timeline(name, image, pace);
    timeline.tell(Fate.of(image), ends, again);
    return List.copyOf(timeline.moments);
  }

  private void tell(Fate fate, boolean ends, boolean again) {
    now = pace.start();
    switch (fate) {
      case RUNS, UNSCHEDULABLE -> run(pace.run(), ends);
      case SLOW -> run(pace.slow(), ends);
      case HANG -> hang();
      case CRASH -> crash(new End(1, "Error"), again ? MOST_RESTARTS : 0);
      case OOM -> crash(new End(137, "OOMKilled"), again ? MOST_RESTARTS : 0);
      case FLAKY -> {
        crash(new End(1, "Error"), again ? 1 : 0);
        if (again) {
          run(pace.run(), ends);
        }
      }
      case MISSING -> missing();
    }
  }

  private void run(Duration work, boolean ends) {
    started();
    now = now.plus(work);
    add(ends ? new Ended(DONE) : new Running(true), null);
  }

  private void hang() {
    started();
    now = now.plus(pace.run());
    add(
        new Running(false),
        new News(true, "Unhealthy", "Readiness probe failed: the tag of " + image + " says so"));
  }

  /**
   * Runs and fails, and is started again as often as told; each failure but the first is waited
   * out.
   */
  private void crash(End end, int restartsToo) {
    for (int run = 0; run <= restartsToo; run++) {
      started();
      now = now.plus(pace.run());
      if (run == 0) {
        add(new Ended(end), null);
        now = now.plus(pace.run());
      } else {
        Duration wait = pace.wait(run);
        String message = "back-off " + wait.toMillis() + "ms restarting failed container=" + name;
        add(
            new Waiting("CrashLoopBackOff", message),
            new News(true, "BackOff", "Back-off restarting failed container"));
        now = now.plus(wait);
      }
      lastEnd = end;
      restarts = run + 1;
    }
  }

  private void missing() {
    String pull = "Failed to pull image \"" + image + "\": manifest unknown";
    add(new Waiting("ErrImagePull", "manifest unknown"), new News(true, "Failed", pull));
    now = now.plus(pace.run());
    String backOff = "Back-off pulling image \"" + image + "\"";
    add(new Waiting("ImagePullBackOff", backOff), new News(true, "BackOff", backOff));
  }

  private void started() {
    add(new Running(false), new News(false, "Started", "Started container " + name));
  }

  private void add(Phase phase, @Nullable News news) {
    moments.add(new Moment(now, phase, restarts, lastEnd, Optional.ofNullable(news)));
  }
}
