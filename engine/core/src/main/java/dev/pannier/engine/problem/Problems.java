package dev.pannier.engine.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects problems, so that all are reported together. Keeps the first {@value #KEPT} and counts
 * the rest. For one thread.
 */
public final class Problems {

  private static final int KEPT = 100;

  private final List<Problem> kept = new ArrayList<>();
  private int overflow;
  private boolean anyError;

  /** Adds one, unless the very same was told already. */
  public void add(Problem problem) {
    if (kept.contains(problem)) {
      return;
    }
    anyError |= problem.severity() == Severity.ERROR;
    if (kept.size() < KEPT) {
      kept.add(problem);
    } else {
      overflow++;
    }
  }

  /** Adds all. */
  public void addAll(Iterable<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Whether there is an error among them. */
  public boolean hasErrors() {
    return anyError;
  }

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** What was collected, in the order in which it came; the last one tells what was left out. */
  public List<Problem> all() {
    List<Problem> all = new ArrayList<>(kept);
    if (overflow > 0) {
      all.add(Problem.warning("problem.overflow", overflow + " further problems are not shown."));
    }
    return List.copyOf(all);
  }

  /** Returns when there is no error. */
  public void throwIfErrors() {
    if (anyError) {
      throw new ChartException(all());
    }
  }
}
