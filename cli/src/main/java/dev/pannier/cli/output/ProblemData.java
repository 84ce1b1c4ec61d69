package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Problems for programs. */
public final class ProblemData {
  private ProblemData() {}

  /** A list of maps; what is not known is left out. */
  public static Node of(List<Problem> problems) {
    List<Node> all = new ArrayList<>();
    problems.forEach(problem -> all.add(of(problem)));
    return Node.of(all);
  }

  /** One problem as an event among others. */
  public static Node event(Problem problem) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("event", "problem");
    return Node.of(fill(problem, data));
  }

  private static Node of(Problem problem) {
    return Node.of(fill(problem, new LinkedHashMap<>()));
  }

  private static Map<String, Object> fill(Problem problem, Map<String, Object> data) {
    data.put("code", problem.code());
    data.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    data.put("message", problem.message());
    place(problem.location(), data);
    List<Node> notes = new ArrayList<>();
    for (Note note : problem.notes()) {
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("message", note.message());
      place(note.location(), more);
      notes.add(Node.of(more));
    }
    if (!notes.isEmpty()) {
      data.put("notes", notes);
    }
    if (!problem.hint().isEmpty()) {
      data.put("hint", problem.hint());
    }
    return data;
  }

  private static void place(Location location, Map<String, Object> data) {
    if (location.isKnown()) {
      data.put("file", location.source().name());
      if (location.line() > 0) {
        data.put("line", location.line());
      }
      if (location.column() > 0) {
        data.put("column", location.column());
      }
    }
  }
}
