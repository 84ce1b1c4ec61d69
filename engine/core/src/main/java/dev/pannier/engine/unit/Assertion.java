package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import java.util.List;

/** What a case says of its rendering. */
sealed interface Assertion {

  /** Where it is written. */
  Location place();

  /**
   * Which documents there are.
   *
   * @param count how many; below 0, at least one
   */
  record OfDocuments(DocumentSelector documents, int count, Location place) implements Assertion {}

  /**
   * What a field of every document that is meant is like.
   *
   * @param presence whether it must be there, may not be, or must fulfil the checks
   * @param base64 whether its text is decoded before it is checked
   */
  record OfField(
      DocumentSelector documents,
      FieldPath path,
      Presence presence,
      List<Check> checks,
      boolean base64,
      Location place)
      implements Assertion {
    public OfField {
      checks = List.copyOf(checks);
    }
  }

  /** What the notes are like. */
  record OfNotes(List<Check> checks, Location place) implements Assertion {
    public OfNotes {
      checks = List.copyOf(checks);
    }
  }

  /** Whether a field is to be there. */
  enum Presence {
    THERE,
    ABSENT
  }
}
