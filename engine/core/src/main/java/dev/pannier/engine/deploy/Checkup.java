package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a release.
 *
 * @param latest its newest revision; empty where none can be read
 * @param good its current good revision
 * @param operation what was begun and has not ended
 * @param holder who holds it at this moment
 * @param objects how many objects it should have in the cluster
 * @param findings what is wrong, and what is worth knowing; each with what to do
 */
public record Checkup(
    Optional<Release> latest,
    Optional<Release> good,
    Optional<Operation> operation,
    Optional<LockHolder> holder,
    int objects,
    List<Problem> findings) {

  public Checkup {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isHealthy() {
    return findings.stream().allMatch(each -> each.severity() == Severity.INFO);
  }
}
