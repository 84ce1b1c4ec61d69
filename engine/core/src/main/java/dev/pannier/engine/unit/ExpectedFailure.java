package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/**
 * What rendering is to fail with.
 *
 * @param place where it is written
 */
record ExpectedFailure(ProblemPattern pattern, Location place) {

  /** Whether one of the problems is the one that is expected. */
  boolean isAmong(List<Problem> problems) {
    return problems.stream().anyMatch(pattern::matches);
  }

  @Override
  public String toString() {
    return pattern.toString();
  }
}
