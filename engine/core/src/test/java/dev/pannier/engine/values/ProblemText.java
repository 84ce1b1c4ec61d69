package dev.pannier.engine.values;

import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/** Problems as a person would see them, for goldens. */
final class ProblemText {

  private ProblemText() {}

  static String of(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append("[").append(problem.code()).append("] ").append(problem).append('\n');
      String line = problem.location().lineText();
      if (!line.isEmpty()) {
        text.append("    ").append(line).append('\n');
        text.append("    ").repeat(' ', Math.max(0, problem.location().column() - 1)).append("^\n");
      }
      for (Note note : problem.notes()) {
        text.append("  note: ").append(note.message()).append(", at ").append(note.location());
        text.append('\n');
      }
      if (!problem.hint().isEmpty()) {
        text.append("  hint: ").append(problem.hint()).append('\n');
      }
    }
    return text.toString();
  }
}
