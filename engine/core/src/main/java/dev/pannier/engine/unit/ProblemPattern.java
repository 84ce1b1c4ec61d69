package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;

/**
 * Which problems are meant.
 *
 * @param code their code, or a pattern of it: {@code manifest.*}; empty for any
 * @param message a part of their message; empty for any
 */
public record ProblemPattern(String code, String message) {

  /** Whether a problem is meant. */
  public boolean matches(Problem problem) {
    return (code.isEmpty() || new NamePattern(code).isWhole(problem.code()))
        && problem.message().contains(message);
  }

  /** {@code an error of the code `values.schema` that says `replicas`}. */
  @Override
  public String toString() {
    return "an error"
        + (code.isEmpty() ? "" : " of the code `" + code + "`")
        + (message.isEmpty() ? "" : " that says `" + message + "`");
  }
}
