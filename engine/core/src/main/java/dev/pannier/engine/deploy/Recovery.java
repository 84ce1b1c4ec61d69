package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts right what a command left that did not come to its end. Who holds the lock knows that the
 * one who began is gone.
 */
final class Recovery {

  private final Site site;

  Recovery(Site site) {
    this.site = site;
  }

  /**
   * Leaves the release with no operation under way.
   *
   * @throws ChartException of reason BUSY when another tool may still be at it
   */
  void recover() {
    Journal journal = site.store().journal(site.release());
    History history = site.store().history(site.release());
    if (journal.operation().isPresent()) {
      Operation operation = journal.operation().get();
      site.tell(new DeployEvent.Recovering(operation));
      recover(journal, operation, history);
    } else {
      history.latest().filter(each -> each.status().isPending()).ifPresent(this::foreign);
    }
  }

  private void recover(Journal journal, Operation operation, History history) {
    if (operation.verb() == Verb.UNINSTALL) {
      UninstallOperation.resume(site, journal, operation);
      return;
    }
    Optional<Release> release = history.revision(operation.revision());
    if (release.isEmpty() && operation.terms().restoring()) {
      Undoing.restore(site);
    } else if (release.isEmpty()) {
      // the intent was written down and nothing else, not even the record: nothing was touched
      boolean good = history.latest().filter(each -> each.status() != Status.FAILED).isPresent();
      site.store().write(site.release(), good ? journal.cleared() : journal.ended());
    } else if (isNearlyDone(operation, release.get())) {
      RevisionOperation.resume(site, journal, operation, release.get());
    } else {
      giveUp(new Ledger(site, journal, operation, release.get()));
    }
  }

  private static boolean isNearlyDone(Operation operation, Release release) {
    return release.status() != Status.FAILED
        && (operation.terms().restoring()
            || operation.phase().compareTo(Operation.Phase.PRUNE) >= 0
            || release.status() == Status.DEPLOYED);
  }

  private void giveUp(Ledger ledger) {
    Operation operation = ledger.operation();
    if (ledger.release().status() != Status.FAILED) {
      String how =
          operation.phase() == Operation.Phase.INTENT ? "never started" : "was interrupted";
      ledger.status(
          Status.FAILED, operation.verb().title() + " " + how + ": " + operation.holder());
    }
    if (operation.terms().atomic()) {
      Undoing.of(site, ledger).undo();
    } else {
      ledger.end();
    }
  }

  /** A pending revision without a journal is another tool's: that one may still be running. */
  private void foreign(Release pending) {
    Instant until = pending.info().lastDeployed().plus(site.options().timeout());
    if (site.clock().instant().isBefore(until)) {
      throw new ChartException(
          ChartException.Reason.BUSY,
          List.of(
              Problem.error(
                      "release.busy",
                      "Release `"
                          + pending.name()
                          + "` is `"
                          + pending.status().word()
                          + "` since "
                          + pending.info().lastDeployed()
                          + "; another tool seems to be at it.")
                  .hint(
                      "Wait for it. After "
                          + until
                          + " it counts as broken off, and the next command goes on.")));
    }
    site.store().update(pending.with(Status.FAILED, "Broken off by another tool"));
  }
}
