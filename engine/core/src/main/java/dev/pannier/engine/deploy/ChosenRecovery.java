package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.Optional;

/** Puts right what broke off, in the way that somebody chose, and does nothing else. */
final class ChosenRecovery {

  private final Site site;
  private final RecoveryWay way;

  ChosenRecovery(Site site, RecoveryWay way) {
    this.site = site;
    this.way = way;
  }

  RecoveryResult recover() {
    Optional<Operation> left = site.records().journal().operation();
    boolean worked;
    if (left.isPresent()) {
      site.tell(new DeployEvent.Recovering(left.get()));
      worked = true;
      recover(left.get());
    } else {
      worked = recoverRecords();
    }
    return new RecoveryResult(worked, site.records().history().latest());
  }

  private void recover(Operation left) {
    switch (way) {
      case AS_BEGUN, TAKE_OVER -> new Recovery(site).settle(left);
      case FORWARD -> forward(left);
      case BACK -> back(left);
    }
  }

  private void forward(Operation left) {
    switch (Remedy.of(left, site.records().history())) {
      case FINISH, FORGET -> new Recovery(site).settle(left);
      case RESUME -> resume(left);
      case UNDO -> {
        if (release(left).status() == Status.FAILED) {
          throw failedAlready(left);
        }
        resume(left);
      }
      case END -> throw failedAlready(left);
    }
  }

  private void resume(Operation left) {
    RevisionOperation.resume(site, left, RevisionDraft.of(release(left)));
  }

  private static ChartException failedAlready(Operation left) {
    return Problem.error(
            "release.not-forward",
            "The "
                + left.verb().word()
                + " to revision "
                + left.revision()
                + " failed before it broke off; there is nothing to finish.")
        .hint("Undo it with `--rollback`, or upgrade again.")
        .exception();
  }

  private void back(Operation left) {
    Remedy remedy = Remedy.of(left, site.records().history());
    if (left.terms().restoring() || remedy == Remedy.FORGET) {
      new Recovery(site).settle(left);
    } else if (left.verb() == Verb.UNINSTALL) {
      bringBack(left);
    } else {
      Ledger ledger = new Recovery(site).failed(left);
      Undoing.of(site, ledger).undo();
    }
  }

  /** What an uninstall took away is made once more. */
  private void bringBack(Operation uninstall) {
    Optional<Release> release = site.records().history().revision(uninstall.revision());
    if (release.isEmpty() || release.get().status() == Status.UNINSTALLED) {
      new Recovery(site).settle(uninstall);
      return;
    }
    new Recovery(site).failed(uninstall);
    RevisionOperation.run(
        site, Verb.ROLLBACK, RevisionDraft.of(release.get()), release.get().revision(), true);
  }

  /** No operation of ours is under way: a revision may be pending, or an undoing have failed. */
  private boolean recoverRecords() {
    Optional<Release> latest = site.records().history().latest();
    if (latest.isEmpty()) {
      return false;
    }
    Release newest = latest.get();
    if (newest.status().isPending()) {
      takeOver(newest);
      return true;
    }
    boolean restores =
        way == RecoveryWay.BACK
            && newest.status() == Status.FAILED
            && site.records().history().deployed().isPresent();
    if (restores) {
      Undoing.restore(site);
    }
    return restores;
  }

  private void takeOver(Release pending) {
    if (way != RecoveryWay.TAKE_OVER) {
      throw Recovery.foreign(pending);
    }
    site.records().update(pending.with(Status.FAILED, "Broken off by another tool"));
  }

  private Release release(Operation operation) {
    return site.records().history().revision(operation.revision()).orElseThrow();
  }
}
