package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
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
   * Puts right what can be, whatever the command at hand is about to do.
   *
   * @return an operation that the command at hand either goes on with or gives up
   * @throws ChartException of reason BUSY when another tool may still be at it
   */
  Optional<Operation> recover() {
    Optional<Operation> left = site.records().journal().operation();
    if (left.isEmpty()) {
      Optional<Release> latest = site.records().history().latest();
      if (latest.isPresent() && latest.get().status().isPending()) {
        throw foreign(latest.get());
      }
      return left;
    }
    site.tell(new DeployEvent.Recovering(left.get()));
    if (Remedy.of(left.get(), site.records().history()) == Remedy.RESUME) {
      return left;
    }
    settle(left.get());
    return Optional.empty();
  }

  /** Brings an operation to its end, whichever it is. */
  void settle(Operation operation) {
    switch (Remedy.of(operation, site.records().history())) {
      case FINISH -> finish(operation);
      case UNDO -> Undoing.of(site, failed(operation)).undo();
      case RESUME, END -> failed(operation).end();
      case FORGET -> forget();
    }
  }

  private void finish(Operation operation) {
    if (operation.verb() == Verb.UNINSTALL) {
      UninstallOperation.resume(site, operation);
      return;
    }
    Optional<Release> release = site.records().history().revision(operation.revision());
    if (release.isPresent()) {
      RevisionOperation.resume(site, operation, RevisionDraft.of(release.get()));
    } else {
      Undoing.restore(site);
    }
  }

  /** Records that an operation failed, where that is not recorded yet. */
  Ledger failed(Operation operation) {
    Release release = site.records().history().revision(operation.revision()).orElseThrow();
    Ledger ledger = new Ledger(site, operation, release);
    if (release.status() != Status.FAILED) {
      ledger.status(
          Status.FAILED, operation.verb().title() + " was interrupted: " + operation.holder());
    }
    return ledger;
  }

  /** Not even the record was made. What failed revisions before it left stays remembered. */
  private void forget() {
    Records records = site.records();
    History history = records.history();
    boolean good = history.latest().filter(each -> each.status() != Status.FAILED).isPresent();
    records.write(good ? records.journal().cleared() : records.journal().ended());
  }

  /** A pending revision without a journal is another tool's: that one may still be running. */
  static ChartException foreign(Release pending) {
    return new ChartException(
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
                        + ", and no operation of Pannier is under way: another tool is at it, or"
                        + " was killed in it.")
                .hint(
                    "Wait for it. If it runs no longer, `pannier recover "
                        + pending.name()
                        + " --take-over` marks that revision as failed, and all commands work"
                        + " again.")));
  }
}
