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

  /** Records a failure and undoes the operation if it is atomic; what to throw then. */
  ChartException after(ChartException failure) {
    Operation operation = ledger.operation();
    ledger.status(
        Status.FAILED,
        operation.verb().title() + " failed: " + failure.problems().getFirst().message());
    site.tell(new DeployEvent.Recorded(ledger.release()));
    if (site.options().cleanupOnFail() && operation.verb() != Verb.INSTALL) {
      cleanUp();
    }
    List<Problem> problems = new ArrayList<>(failure.problems());
    problems.add(operation.atomic() ? undo() : left());
    return new ChartException(problems, failure);
  }

  /** Undoes an operation that failed, or that somebody left. */
  Problem undo() {
    Operation operation = ledger.operation();
    site.tell(new DeployEvent.Undoing(operation.verb(), operation.revision()));
    if (operation.verb() == Verb.INSTALL) {
      return takeAway();
    }
    try {
      return restore(site);
    } catch (ChartException e) {
      ledger.end();
      return Problem.error(
              "deploy.rollback-failed",
              "Rolling back failed too: " + e.problems().getFirst().message())
          .hint("Run `pannier rollback " + site.release().name() + "`.");
    }
  }

  /**
   * Brings back the content of the last good revision, as a new one.
   *
   * @throws ChartException when that fails as well
   */
  static Problem restore(Site site) {
    Optional<Release> good = site.store().history(site.release()).deployed();
    if (good.isEmpty()) {
      Journal journal = site.store().journal(site.release());
      site.store().write(site.release(), journal.ended());
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
    UninstallOperation.undo(site, ledger.journal(), ledger.operation());
    return Problem.info(
        "deploy.taken-away",
        "Release `" + site.release().name() + "` was taken away again; nothing of it is left.");
  }

  private Problem left() {
    ledger.end();
    return Problem.info(
        "deploy.left-in-place",
        "What was applied stays. The next upgrade or rollback of `"
            + site.release().name()
            + "` puts it right.");
  }

  /** Deletes what the failed operation made, so far as no good revision wants it. */
  private void cleanUp() {
    History history = site.store().history(site.release());
    List<Journal.Touched> made = new ArrayList<>();
    Set<ResourceId> wanted =
        history
            .deployed()
            .map(good -> PruneBase.of(site, new History(List.of(good)), Journal.EMPTY))
            .map(base -> base.resources().keySet())
            .orElse(Set.of());
    for (Journal.Touched each : ledger.journal().touched()) {
      if (each.found() == Journal.Found.ABSENT && !wanted.contains(each.id())) {
        made.add(each);
      }
    }
    new Pruner(site).prune(PruneBase.made(new Journal(Optional.empty(), made)));
  }
}
