package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/**
 * What rendering is to fail with.
 *
 * @param code a problem's code, or a pattern of it; empty for any
 * @param message a part of a problem's message; empty for any
 * @param place where it is written
 */
record ExpectedFailure(String code, String message, Location place) {

  /** Whether one of the problems is the one that is expected. */
  boolean isAmong(List<Problem> problems) {
    for (Problem problem : problems) {
      boolean sameCode = code.isEmpty() || new NamePattern(code).isWhole(problem.code());
      if (sameCode && problem.message().contains(message)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    String ofCode = code.isEmpty() ? "" : " of the code `" + code + "`";
    String ofMessage = message.isEmpty() ? "" : " that says `" + message + "`";
    return "an error" + ofCode + ofMessage;
  }
}
