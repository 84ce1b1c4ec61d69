package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows a failure: the record of it, and where that was asked for, the way back. */
final class Undoing {

  private final Site site;
  private final Ledger ledger;

  private Undoing(Site site, Ledger ledger) {
    this.site = site;
    this.ledger = ledger;
  }

  static Undoing of(Site site, Ledger ledger) {
    return new Undoing(site.unhurried(), ledger);
  }

  /**
   * Records a failure and undoes the operation if it is atomic. An interruption asks for no more
   * haste than that: what is interrupted once more goes on with the next command.
   *
   * @return what to throw then
   */
  ChartException after(ChartException failure) {
    if (failure.reason() == ChartException.Reason.BUSY) {
      return failure; // somebody else is at the release and puts it right; we must not write
    }
    Thread.interrupted();
    List<Problem> problems = new ArrayList<>(failure.problems());
    try {
      problems.addAll(recorded(failure));
    } catch (ChartException e) {
      problems.addAll(e.problems());
      problems.add(unrecorded(site));
    }
    return new ChartException(failure.reason(), problems, failure);
  }

  /** That the records are behind, which the next command finds out. */
  static Problem unrecorded(Site site) {
    return Problem.info(
            "deploy.not-recorded", "That could not be recorded; what was begun still is.")
        .hint(
            "The next command that changes `"
                + site.release().name()
                + "` finds it and puts it right.");
  }

  private List<Problem> recorded(ChartException failure) {
    Operation operation = ledger.operation();
    if (operation.terms().restoring() && Interruption.is(failure)) {
      return List.of(
          Problem.info("deploy.undoing-unfinished", "Undoing it is not finished.")
              .hint(
                  "The next command that changes `"
                      + site.release().name()
                      + "` finishes it; `pannier recover "
                      + site.release().name()
                      + "` does nothing else."));
    }
    ledger.status(
        Status.FAILED,
        operation.verb().title() + " failed: " + failure.problems().getFirst().message());
    site.tell(new DeployEvent.Recorded(ledger.release()));
    if (site.options().cleanupOnFail() && operation.verb() == Verb.UPGRADE) {
      cleanUp();
    }
    if (operation.terms().atomic()) {
      return List.of(undo());
    }
    ledger.end();
    return operation.verb() == Verb.UNINSTALL ? List.of() : List.of(left());
  }

  /** Undoes an operation that failed, or that somebody left. */
  Problem undo() {
    Operation operation = ledger.operation();
    site.tell(new DeployEvent.Undoing(operation.verb(), operation.revision()));
    try {
      return operation.verb() == Verb.INSTALL ? takeAway() : restore(site);
    } catch (ChartException e) {
      if (e.reason() == ChartException.Reason.BUSY || Interruption.is(e)) {
        throw e;
      }
      ledger.end();
      String name = site.release().name().value();
      return Problem.error(
              "deploy.rollback-failed",
              "Undoing it failed too: " + e.problems().getFirst().message())
          .hint(
              "`pannier recover "
                  + name
                  + " --rollback` tries again; an upgrade or a rollback of `"
                  + name
                  + "` puts it right as well.");
    }
  }

  /**
   * Brings back the content of the last good revision, as a new one.
   *
   * @throws ChartException when that fails as well
   */
  static Problem restore(Site site) {
    Records records = site.records();
    Optional<Release> good = records.history().deployed();
    if (good.isEmpty()) {
      records.write(records.journal().ended());
      return Problem.warning(
              "release.no-good-revision", "There is no good revision to roll back to.")
          .hint("Mend the chart or the values and upgrade again.");
    }
    int revision = good.get().revision();
    Release restored =
        RevisionOperation.run(site, Verb.ROLLBACK, RevisionDraft.of(good.get()), revision, true);
    return Problem.info(
        "deploy.rolled-back",
        "Release `"
            + restored.name()
            + "` is back at the content of revision "
            + revision
            + ", as revision "
            + restored.revision()
            + ".");
  }

  private Problem takeAway() {
    UninstallOperation.undo(site, ledger.operation());
    return Problem.info(
        "deploy.taken-away",
        "Release `" + site.release().name() + "` was taken away again; nothing of it is left.");
  }

  private Problem left() {
    return Problem.info(
        "deploy.left-in-place",
        "What was applied stays. The next upgrade or rollback of `"
            + site.release().name()
            + "` puts it right.");
  }

  /** Deletes what the failed operation made, so far as no good revision wants it. */
  private void cleanUp() {
    History history = site.records().history();
    List<Journal.Touched> made = new ArrayList<>();
    Set<ResourceId> wanted =
        history
            .deployed()
            .map(good -> PruneBase.of(site.cluster(), new History(List.of(good)), Journal.EMPTY))
            .map(base -> base.resources().keySet())
            .orElse(Set.of());
    for (Journal.Touched each : ledger.journal().touched()) {
      if (each.found() == Journal.Found.ABSENT && !wanted.contains(each.id())) {
        made.add(each);
      }
    }
    Pruner.ofRevision(site).prune(PruneBase.made(new Journal(Optional.empty(), made)));
  }
}
