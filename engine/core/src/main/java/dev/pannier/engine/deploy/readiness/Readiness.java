package dev.pannier.engine.deploy.readiness;

import java.time.Duration;

/** How far an object is from doing what it is there for. */
public sealed interface Readiness {

  /** It does what it is there for. */
  Readiness READY = new Ready();

  /** It does what it is there for. */
  record Ready() implements Readiness {}

  /**
   * It may get there.
   *
   * @param reason what is missing, a phrase without a final dot: {@code 1 of 3 replicas are ready}
   */
  record Progressing(String reason) implements Readiness {}

  /**
   * It will not get there by itself.
   *
   * @param reason why, a phrase without a final dot
   * @param grace how long to bear it, since it passes now and then; zero where it never does
   */
  record Failed(String reason, Duration grace) implements Readiness {

    /** A failure that does not pass. */
    public Failed(String reason) {
      this(reason, Duration.ZERO);
    }
  }
}
