package dev.pannier.kubernetes.cluster;

import java.time.Duration;

/** Wakes who waits for changes. One that comes before somebody waits is not lost. */
final class Signal {

  private long changes;
  private long seen;

  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /** Returns at a change, at once where one came since the last return; or after a time. */
  synchronized void await(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (changes == seen) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    seen = changes;
  }
}
