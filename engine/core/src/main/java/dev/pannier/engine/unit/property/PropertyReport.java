package dev.pannier.engine.unit.property;

import java.time.Duration;
import java.util.List;

/**
 * What was tried and found.
 *
 * @param runs how many values were tried
 * @param unfit how many drawn values were dropped because the schema refused them after all
 * @param time all of it
 * @param failures one for each different failure
 */
public record PropertyReport(
    PropertySettings settings, int runs, int unfit, Duration time, List<Counterexample> failures) {
  public PropertyReport {
    failures = List.copyOf(failures);
  }

  /** Whether the time was over before all runs were done. */
  public boolean stoppedEarly() {
    return runs < settings.runs();
  }

  /** How many values were tried in a second. */
  public long runsPerSecond() {
    long millis = Math.max(1, time.toMillis());
    return runs * 1000L / millis;
  }
}
