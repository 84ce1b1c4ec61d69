package dev.pannier.test.cluster;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container from some moment on, until the next one.
 *
 * @param at since its pod's container before it was done
 * @param lastEnd how its run before ended
 * @param news what the kubelet reports when it comes to this
 */
record Moment(Duration at, Phase phase, int restarts, @Nullable End lastEnd, Optional<News> news) {

  /** What a container is doing. */
  sealed interface Phase {}

  /** Not running, for a reason. */
  record Waiting(String reason, String message) implements Phase {}

  /** Running. */
  record Running(boolean ready) implements Phase {}

  /** Ended for now, or for good. */
  record Ended(End end) implements Phase {}

  /** How a run ended. */
  record End(int exitCode, String reason) {}

  /** An event. */
  record News(boolean warning, String reason, String message) {}

  /** The same, a while later. */
  Moment later(Duration by) {
    return new Moment(at.plus(by), phase, restarts, lastEnd, news);
  }
}
