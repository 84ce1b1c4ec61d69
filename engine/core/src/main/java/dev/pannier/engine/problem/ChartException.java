package dev.pannier.engine.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A user's mistake or the world's refusal, told as problems. Never a bug of ours. */
public final class ChartException extends RuntimeException {

  /** What kind of failure it is, for who must react to it by a number. */
  public enum Reason {
    /** It was tried and failed. */
    FAILED,
    /** It was asked for wrongly. */
    USAGE,
    /** Something remote did not answer. */
    UNAVAILABLE,
    /** Somebody else is at it: try again. */
    BUSY
  }

  private final List<Problem> problems;
  private final Reason reason;

  /** A failure of one or more problems. */
  public ChartException(List<Problem> problems) {
    this(Reason.FAILED, problems);
  }

  /** A failure of one or more problems, made by a cause. */
  public ChartException(List<Problem> problems, Throwable cause) {
    this(Reason.FAILED, problems, cause);
  }

  /** A failure of some kind. */
  public ChartException(Reason reason, List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
    this.reason = reason;
  }

  /** A failure of some kind, made by a cause. */
  public ChartException(Reason reason, List<Problem> problems, Throwable cause) {
    super(message(problems), cause);
    this.problems = List.copyOf(problems);
    this.reason = reason;
  }

  private static String message(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** What went wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** What kind of failure it is. */
  public Reason reason() {
    return reason;
  }
}
