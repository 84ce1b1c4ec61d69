package dev.pannier.cli.option;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/** Commands that were asked for wrongly. */
public final class UsageProblem {
  private UsageProblem() {}

  /**
   * A command line that cannot be followed.
   *
   * @param code what is wrong with it, such as {@code cli.unknown-flag}
   * @param message one whole sentence, names in backticks
   * @param hint what to do next; may be empty
   */
  public static ChartException of(String code, String message, String hint) {
    Problem problem = Problem.error(code, message).hint(hint);
    return new ChartException(ChartException.Reason.USAGE, List.of(problem));
  }

  /** A hint for where nothing closer can be said. */
  static String seeHelp(String verb) {
    return "`pannier " + verb + " --help` shows how to call it.";
  }
}
