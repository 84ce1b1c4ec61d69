package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.List;

/** Takes a release away: its resources, then its records. */
final class UninstallOperation {

  private final Site site;
  private final Ledger ledger;

  private UninstallOperation(Site site, Ledger ledger) {
    this.site = site;
    this.ledger = ledger;
  }

  /** Takes a release away. */
  static Release run(Site site, Release latest) {
    Journal journal = site.store().journal(site.release());
    Ledger ledger =
        ledger(
            site, journal, latest, false, site.options().noHooks(), site.options().keepHistory());
    ledger.begin(List.of(), List.of());
    return new UninstallOperation(site, ledger).advance();
  }

  /** Takes away what an install made that failed; an earlier life's history stays. */
  static void undo(Site site, Journal journal, Operation failed) {
    History history = site.store().history(site.release());
    Release latest = history.latest().orElseThrow();
    boolean earlier = history.revisions().size() > 1;
    Ledger ledger = ledger(site, journal, latest, true, failed.terms().noHooks(), earlier);
    ledger.begin(List.of(), List.of());
    new UninstallOperation(site, ledger).advance();
  }

  /** Goes on with an operation that somebody left. */
  static void resume(Site site, Journal journal, Operation operation) {
    History history = site.store().history(site.release());
    if (history.isEmpty()) {
      site.store().write(site.release(), journal.cleared());
      return;
    }
    Release latest = history.latest().orElseThrow();
    new UninstallOperation(site, new Ledger(site, journal, operation, latest)).advance();
  }

  private static Ledger ledger(
      Site site,
      Journal journal,
      Release latest,
      boolean restoring,
      boolean noHooks,
      boolean keepHistory) {
    Operation operation =
        Operation.of(
            Verb.UNINSTALL,
            latest.revision(),
            new Operation.Terms(false, restoring, noHooks, keepHistory),
            "",
            site.clock().instant(),
            site.holder());
    return new Ledger(site, journal, operation, latest);
  }

  private Release advance() {
    if (ledger.operation().phase() != Operation.Phase.COMMIT) {
      try {
        takeAway();
      } catch (ChartException e) {
        ledger.status(Status.FAILED, "Uninstall failed: " + e.problems().getFirst().message());
        ledger.end();
        throw e;
      }
      ledger.enter(Operation.Phase.COMMIT);
    }
    return forget();
  }

  private void takeAway() {
    PruneBase base = base();
    ledger.enter(Operation.Phase.APPLY);
    if (ledger.release().status() != Status.UNINSTALLING) {
      ledger.status(Status.UNINSTALLING, "Deletion in progress (or silently failed)");
    }
    HookRunner hooks = new HookRunner(site, ledger);
    hooks.run(Hook.Event.PRE_DELETE);
    List<ResourceId> deleted = Pruner.ofRelease(site).prune(base);
    if (site.options().waits()) {
      new Waiter(site).awaitGone(deleted);
    }
    hooks.run(Hook.Event.POST_DELETE);
  }

  private PruneBase base() {
    return ledger.operation().terms().restoring()
        ? PruneBase.made(ledger.journal())
        : PruneBase.of(site, site.store().history(site.release()), ledger.journal());
  }

  private Release forget() {
    Release gone = ledger.release().uninstalledAt(site.clock().instant(), description());
    History history = site.store().history(site.release());
    if (ledger.operation().terms().keepHistory()) {
      for (Release each : history.revisions()) {
        if (each.status() == Status.DEPLOYED && each.revision() < gone.revision()) {
          site.store().update(each.with(Status.SUPERSEDED, each.info().description()));
        }
      }
      ledger.update(gone);
      gone = ledger.release();
    } else {
      for (Release each : history.revisions()) {
        site.store().delete(site.release(), each.revision());
      }
    }
    ledger.clear();
    site.tell(new DeployEvent.Recorded(gone));
    return gone;
  }

  private String description() {
    return site.options().description().isEmpty()
        ? "Uninstallation complete"
        : site.options().description();
  }
}
