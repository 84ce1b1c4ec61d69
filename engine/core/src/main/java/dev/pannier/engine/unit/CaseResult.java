package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a case.
 *
 * @param problems what is not as expected, fields of documents aside
 * @param differences fields that are not as expected.yaml has them
 * @param warnings what is likely not as meant, though the case may pass
 * @param written the golden that an update wrote; empty where none changed
 * @param expectsNothing whether it only says that the chart renders
 */
public record CaseResult(
    TestCase testCase,
    Duration time,
    List<Problem> problems,
    List<FieldDifference> differences,
    List<Problem> warnings,
    Optional<Path> written,
    boolean expectsNothing) {
  public CaseResult {
    problems = List.copyOf(problems);
    differences = List.copyOf(differences);
    warnings = List.copyOf(warnings);
  }

  /** Whether all is as expected. */
  public boolean passed() {
    return problems.isEmpty() && differences.isEmpty();
  }
}
