package dev.pannier.engine.template.language;

import dev.pannier.engine.problem.Problem;

/** A render took more than it may; whoever knows the place adds it. */
public final class LimitException extends RuntimeException {

  private final transient Problem problem;

  public LimitException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
