package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Problems as expected.err has them: places relative to the chart, so that it may lie anywhere. */
final class ProblemText {
  private ProblemText() {}

  /**
   * All of them, a blank line between.
   *
   * @param chart what people call the chart's folder
   */
  static String of(List<Problem> problems, String chart) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(problem.code()).append(": ").append(problem.message()).append('\n');
      place("at", problem.location(), chart, text);
      for (Note note : problem.notes()) {
        place(note.message() + ":", note.location(), chart, text);
      }
      if (!problem.hint().isEmpty()) {
        text.append("  hint: ").append(problem.hint()).append('\n');
      }
    }
    return text.toString();
  }

  private static void place(String what, Location place, String chart, StringBuilder text) {
    if (place.isKnown()) {
      text.append("  ").append(what).append(' ');
      text.append(relative(place.toString(), chart)).append('\n');
    }
  }

  /** A chart that lies beside this one is {@code ../common}, from wherever the tests are run. */
  private static String relative(String shown, String chart) {
    if (shown.startsWith(chart + "/")) {
      return shown.substring(chart.length() + 1);
    }
    Path home = Path.of(chart).normalize();
    Path parent = home.getParent();
    boolean beside =
        parent == null
            ? shown.indexOf('/') > 0 && !shown.startsWith("-") && !home.toString().isEmpty()
            : shown.startsWith(parent + "/");
    return beside ? home.relativize(Path.of(shown)).toString() : shown;
  }
}
