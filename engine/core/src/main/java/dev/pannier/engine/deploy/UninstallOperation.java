package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.util.List;
import java.util.Optional;

/** Takes a release away: its resources, then its records. */
final class UninstallOperation {

  private final Site site;
  private final Ledger ledger;

  private UninstallOperation(Site site, Ledger ledger) {
    this.site = site;
    this.ledger = ledger;
  }

  /** Takes a release away. */
  static Release run(Site site) {
    boolean keepHistory = site.options().keepHistory();
    return begin(site, new Operation.Terms(false, false, site.options().noHooks(), keepHistory));
  }

  /** Takes away what an install made that failed; an earlier life's history stays. */
  static void undo(Site site, Operation failed) {
    boolean earlier = site.records().history().revisions().size() > 1;
    begin(site, new Operation.Terms(false, true, failed.terms().noHooks(), earlier));
  }

  private static Release begin(Site site, Operation.Terms terms) {
    Release latest = site.records().history().latest().orElseThrow();
    Operation operation =
        Operation.of(
            Verb.UNINSTALL, latest.revision(), terms, "", site.clock().instant(), site.holder());
    Ledger ledger = new Ledger(site, operation, latest);
    ledger.begin(List.of(), List.of());
    return new UninstallOperation(site, ledger).advance();
  }

  /** Goes on with an operation that somebody left. */
  static void resume(Site site, Operation operation) {
    Optional<Release> latest = site.records().history().latest();
    if (latest.isPresent()) {
      new UninstallOperation(site, new Ledger(site, operation, latest.get())).advance();
    } else {
      site.records().write(site.records().journal().cleared());
    }
  }

  private Release advance() {
    try {
      takeAway();
    } catch (ChartException e) {
      throw Undoing.of(site, ledger).after(e);
    }
    return forget();
  }

  private void takeAway() {
    PruneBase base = base();
    if (ledger.release().status() != Status.UNINSTALLING) {
      ledger.status(Status.UNINSTALLING, "Deletion in progress (or silently failed)");
    }
    HookRunner hooks = new HookRunner(site, ledger, false);
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
        : PruneBase.of(site.cluster(), site.records().history(), ledger.journal());
  }

  private Release forget() {
    Release gone = ledger.release().uninstalledAt(site.clock().instant(), description());
    if (ledger.operation().terms().keepHistory()) {
      site.records().supersedeAllBut(gone);
      ledger.update(gone);
      gone = ledger.release();
    } else {
      for (Release each : site.records().history().revisions()) {
        site.records().delete(each.revision());
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
