package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.List;

/** Compares what rendering failed with with expected.err. */
final class ExpectedError {
  private ExpectedError() {}

  /**
   * What is missing: each line of the file, blanks around it aside, must stand in the text of the
   * problems; blank lines and lines that begin with {@code #} say nothing.
   */
  static List<Problem> compare(Source expected, String actual) {
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : expected.text().split("\n", -1)) {
      number++;
      String wanted = line.strip();
      if (!wanted.isEmpty() && !wanted.startsWith("#") && !actual.contains(wanted)) {
        problems.add(
            Problem.error(
                    "test.unexpected-error", "The chart fails, but not with `" + wanted + "`.")
                .at(expected.at(number, line.indexOf(wanted) + 1))
                .hint("It fails with: " + actual.strip().replaceAll("\\s*\n\\s*", "; ") + "."));
      }
    }
    return problems;
  }
}
