package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what rules find. For one thread. */
final class Findings {

  private final List<Problem> found = new ArrayList<>();

  /** Adds a finding at a place. */
  void add(Rule rule, Location place, String message, String hint) {
    found.add(problem(rule, place, message, List.of(), hint));
  }

  /** Adds a finding that a second place belongs to. */
  void add(Rule rule, Location place, String message, Note note, String hint) {
    List<Note> notes = note.location().isKnown() ? List.of(note) : List.of();
    found.add(problem(rule, place, message, notes, hint));
  }

  private static Problem problem(
      Rule rule, Location place, String message, List<Note> notes, String hint) {
    return new Problem(rule.code(), rule.severity(), message, place, notes, hint);
  }

  List<Problem> all() {
    return found;
  }
}
