package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.util.Optional;

/**
 * The two lines of a README between which the table stands.
 *
 * @param start the index behind the line that opens
 * @param end the index of the line that closes
 */
record ReadmeMarkers(int start, int end) {

  static final String OPEN = "<!-- values -->";
  static final String CLOSE = "<!-- /values -->";

  /**
   * Finds them; what stands in fenced code are no markers.
   *
   * @throws dev.pannier.engine.problem.ChartException when there is one without the other
   */
  static Optional<ReadmeMarkers> in(Source readme) {
    int start = -1;
    int opened = 0;
    int number = 0;
    boolean fenced = false;
    int at = 0;
    for (String line : readme.text().split("\n", -1)) {
      number++;
      String plain = line.strip();
      int next = at + line.length() + 1;
      if (plain.startsWith("```") || plain.startsWith("~~~")) {
        fenced = !fenced;
      } else if (!fenced && plain.equals(OPEN)) {
        if (start >= 0) {
          throw wrong("A second `" + OPEN + "` stands before the first is closed.", readme, number);
        }
        start = Math.min(next, readme.text().length());
        opened = number;
      } else if (!fenced && plain.equals(CLOSE)) {
        if (start < 0) {
          throw wrong("`" + CLOSE + "` closes what was not opened.", readme, number);
        }
        return Optional.of(new ReadmeMarkers(start, at));
      }
      at = next;
    }
    if (start >= 0) {
      throw wrong("`" + OPEN + "` is not closed.", readme, opened);
    }
    return Optional.empty();
  }

  private static ChartException wrong(String message, Source readme, int line) {
    return Problem.error("authoring.markers", message)
        .at(readme.at(line, 1))
        .hint("The table of values stands between `" + OPEN + "` and `" + CLOSE + "`.")
        .exception();
  }
}
