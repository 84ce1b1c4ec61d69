package dev.pannier.engine.deploy;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /** Returns after a time. */
  void pause(Duration time) throws InterruptedException;
}
