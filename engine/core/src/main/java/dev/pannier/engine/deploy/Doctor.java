package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everything that there is of a release: records, journal, lock, objects. Takes hold of
 * nothing and writes nothing.
 */
public final class Doctor {

  private final Cluster cluster;
  private final ReleaseStore store;

  public Doctor(Cluster cluster, ReleaseStore store) {
    this.cluster = cluster;
    this.store = store;
  }

  /**
   * Examines a release.
   *
   * @throws ChartException when there is no trace of it
   */
  public Checkup examine(ReleaseId release) {
    List<Problem> findings = new ArrayList<>();
    History history = history(release, findings);
    Journal journal = store.journal(release);
    Optional<LockHolder> holder = store.holder(release);
    if (history.isEmpty() && journal.isEmpty() && findings.isEmpty()) {
      throw Records.notFound(release);
    }
    RecordFindings records = new RecordFindings(release, history, journal, holder);
    ObjectFindings objects = new ObjectFindings(cluster, release, history, journal);
    findings.addAll(records.all());
    findings.addAll(objects.all());
    return new Checkup(
        history.latest(),
        history.deployed(),
        journal.operation(),
        holder,
        objects.wanted(),
        findings);
  }

  /** A record that decides what happens next and cannot be read hides the others. */
  private History history(ReleaseId release, List<Problem> findings) {
    try {
      History history = store.history(release);
      findings.addAll(history.problems());
      return history;
    } catch (ChartException e) {
      if (e.reason() != ChartException.Reason.FAILED) {
        throw e;
      }
      findings.addAll(e.problems());
      return new History(List.<Release>of());
    }
  }
}
