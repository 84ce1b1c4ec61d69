package dev.pannier.test.cluster;

import java.time.Duration;

/** Waits for what a cluster does by itself. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** Assertions. */
  @FunctionalInterface
  public interface Check {
    void run() throws Exception;
  }

  /**
   * Tries until nothing is wrong any more, for half a minute.
   *
   * @throws AssertionError the last one, where something is wrong still
   */
  public static void holds(Check check) throws Exception {
    holds(PATIENCE, check);
  }

  /**
   * Tries until nothing is wrong any more.
   *
   * @throws AssertionError the last one, where something is wrong after that time
   */
  public static void holds(Duration patience, Check check) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    boolean held = false;
    while (!held) {
      try {
        check.run();
        held = true;
      } catch (AssertionError | RuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
