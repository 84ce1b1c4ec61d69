package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import java.util.function.Function;

/** Thrown from where only the library knows the tag; it wraps this and adds the tag's place. */
final class Unplaced extends RuntimeException {

  private final transient Function<Location, Problem> problem;

  Unplaced(Function<Location, Problem> problem) {
    this.problem = problem;
  }

  Problem at(Location place) {
    return problem.apply(place);
  }
}
