package dev.pannier.test.cluster;

import java.time.Duration;

/**
 * How fast containers live: a real kubelet's times, made short.
 *
 * @param start until a container runs
 * @param run until it is ready, or ends
 * @param slow until a slow one is ready, or ends
 * @param backoff until a crashed one is started for the second time; doubles from there
 */
record Pace(Duration start, Duration run, Duration slow, Duration backoff) {

  static final Pace BRISK =
      new Pace(
          Duration.ofMillis(150),
          Duration.ofMillis(150),
          Duration.ofSeconds(4),
          Duration.ofSeconds(1));

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** How long a container waits before it is started again after a restart that failed. */
  Duration wait(int restart) {
    Duration wait = backoff.multipliedBy(1L << Math.min(10, restart - 1));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
