package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;

/** A command that was told to end. It takes no further step but those that leave a known state. */
final class Interruption {

  private static final String CODE = "deploy.interrupted";

  /** What a cluster says whose answer was waited for. */
  private static final String GIVEN_UP = "cluster.given-up";

  private Interruption() {}

  static Problem problem() {
    return Problem.error(CODE, "The operation was interrupted.");
  }

  static boolean is(ChartException failure) {
    return failure.problems().stream()
        .anyMatch(each -> each.code().equals(CODE) || each.code().equals(GIVEN_UP));
  }
}
