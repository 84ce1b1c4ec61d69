package dev.pannier.engine.template.handlebars;

import com.github.jknack.handlebars.HandlebarsException;
import dev.pannier.engine.problem.Problem;

/** A render that cannot go on. The library hands its own exceptions through as they are. */
final class Failure extends HandlebarsException {

  private final transient Problem problem;

  Failure(Problem problem) {
    super(problem.message(), null);
    this.problem = problem;
  }

  Failure(Problem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
