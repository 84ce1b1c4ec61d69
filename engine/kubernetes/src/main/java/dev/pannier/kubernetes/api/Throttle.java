package dev.pannier.kubernetes.api;

import dev.pannier.engine.deploy.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Keeps one client from being a burden to a server: so many requests a second on average, so many
 * at once.
 */
final class Throttle {

  /**
   * How many requests may be under way. Measured: 128 server-side applies on a server of two cores
   * took 2.0 s one by one, 1.0 s with 8 at once, 1.7 s with 16 and 3.0 s with all at once. A server
   * far away is slower to answer than to work, and there the rate is the bound.
   */
  static final int AT_ONCE = 8;

  private final double perSecond;
  private final int burst;
  private final Clock clock;
  private final Pause pause;
  private final Semaphore slots = new Semaphore(AT_ONCE, true);
  private double tokens;
  private long filledAt;

  /**
   * A throttle.
   *
   * @param perSecond requests a second on average; no bound where it is not positive
   * @param burst how many may be asked ahead of that
   */
  Throttle(double perSecond, int burst, Clock clock, Pause pause) {
    this.perSecond = perSecond;
    this.burst = Math.max(1, burst);
    this.clock = clock;
    this.pause = pause;
    this.tokens = this.burst;
    this.filledAt = clock.millis();
  }

  /** Returns when one more request may be sent. */
  void enter() throws InterruptedException {
    Duration wait = reserve();
    if (!wait.isZero()) {
      pause.pause(wait);
    }
    slots.acquire();
  }

  /** The request is answered. */
  void leave() {
    slots.release();
  }

  /** Takes a token, which may be one that comes only later. */
  private synchronized Duration reserve() {
    if (perSecond <= 0) {
      return Duration.ZERO;
    }
    long now = clock.millis();
    tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * perSecond / 1000);
    filledAt = now;
    tokens--;
    return tokens >= 0 ? Duration.ZERO : Duration.ofMillis((long) (-tokens * 1000 / perSecond));
  }
}
