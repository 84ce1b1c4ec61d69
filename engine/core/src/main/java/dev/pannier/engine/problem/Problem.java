package dev.pannier.engine.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong: with what, where, and what to do next.
 *
 * @param code stable, dotted by area, in kebab case: {@code values.unknown-key}
 * @param severity how grave
 * @param message one whole sentence, with names in backticks
 * @param location where it shows; may be unknown
 * @param notes further places, such as where the value was set
 * @param hint what to do next, one or more whole sentences; empty where there is nothing to say
 */
public record Problem(
    String code,
    Severity severity,
    String message,
    Location location,
    List<Note> notes,
    String hint) {

  public Problem {
    notes = List.copyOf(notes);
  }

  /** An error at no place yet. */
  public static Problem error(String code, String message) {
    return new Problem(code, Severity.ERROR, message, Location.unknown(), List.of(), "");
  }

  /** A warning at no place yet. */
  public static Problem warning(String code, String message) {
    return new Problem(code, Severity.WARNING, message, Location.unknown(), List.of(), "");
  }

  /** Something worth knowing, at no place yet. */
  public static Problem info(String code, String message) {
    return new Problem(code, Severity.INFO, message, Location.unknown(), List.of(), "");
  }

  /** This problem as one that ends nothing. */
  public Problem asWarning() {
    return new Problem(code, Severity.WARNING, message, location, notes, hint);
  }

  /** This problem, at a place. */
  public Problem at(Location place) {
    return new Problem(code, severity, message, place, notes, hint);
  }

  /** This problem, with one more place that belongs to it. */
  public Problem note(String text, Location place) {
    List<Note> more = new ArrayList<>(notes);
    more.add(new Note(text, place));
    return new Problem(code, severity, message, location, more, hint);
  }

  /** This problem, with advice. */
  public Problem hint(String advice) {
    return new Problem(code, severity, message, location, notes, advice);
  }

  /** This problem as an exception of its own. */
  public ChartException exception() {
    return new ChartException(List.of(this));
  }

  /** This problem as an exception of its own, made by a cause. */
  public ChartException exception(Throwable cause) {
    return new ChartException(List.of(this), cause);
  }

  /** {@code values.yaml:3:14: The key `replica` is unknown.} */
  @Override
  public String toString() {
    return location.isKnown() ? location + ": " + message : message;
  }
}
