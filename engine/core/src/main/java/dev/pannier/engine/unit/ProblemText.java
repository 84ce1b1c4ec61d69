package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
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
      String shown = place.toString();
      boolean inside = shown.startsWith(chart + "/");
      text.append("  ").append(what).append(' ');
      text.append(inside ? shown.substring(chart.length() + 1) : shown).append('\n');
    }
  }
}
