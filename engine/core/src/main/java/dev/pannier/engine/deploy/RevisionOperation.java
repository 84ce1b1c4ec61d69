package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseInfo;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a revision the current one: installs, upgrades and rolls back. Each step is written down
 * before it is taken, and each can be taken twice.
 */
final class RevisionOperation {

  private final Site site;
  private final RevisionDraft draft;
  private final List<Wanted> wanted;
  private final Ledger ledger;

  private RevisionOperation(Site site, RevisionDraft draft, List<Wanted> wanted, Ledger ledger) {
    this.site = site;
    this.draft = draft;
    this.wanted = wanted;
    this.ledger = ledger;
  }

  /**
   * Makes a new revision of a draft.
   *
   * @param restored the revision whose content the draft is; 0 for none
   * @param restoring whether this undoes a failed operation
   */
  static Release run(Site site, Verb verb, RevisionDraft draft, int restored, boolean restoring) {
    History history = site.store().history(site.release());
    Journal journal = site.store().journal(site.release());
    Planner planner = new Planner(site);
    List<Wanted> wanted = planner.wanted(draft);
    Waiter.check(wanted);
    PruneBase base = PruneBase.of(site, history, journal);
    Plan plan = planner.plan(draft, wanted, base);
    site.tell(new DeployEvent.Planned(verb, history.next(), plan));
    Operation operation =
        new Operation(
            verb,
            history.next(),
            Operation.Phase.INTENT,
            site.options().atomic() && !restoring,
            restoring,
            site.options().noHooks(),
            site.options().keepHistory(),
            site.holder(),
            Set.of());
    Release pending = pending(site, verb, draft, history, restored);
    Ledger ledger = new Ledger(site, journal, operation, pending);
    ledger.begin(planner.find(wanted), base.without(wanted).remembered());
    forget(site, history, 1);
    ledger.create();
    return new RevisionOperation(site, draft, wanted, ledger).advance();
  }

  /** Goes on with an operation that somebody left. */
  static Release resume(Site site, Journal journal, Operation operation, Release release) {
    Ledger ledger = new Ledger(site, journal, operation, release);
    RevisionDraft draft = RevisionDraft.of(release);
    List<Wanted> wanted = new Planner(site).wanted(draft);
    return new RevisionOperation(site, draft, wanted, ledger).advance();
  }

  private static Release pending(
      Site site, Verb verb, RevisionDraft draft, History history, int restored) {
    Instant now = site.clock().instant();
    Instant first =
        history.isLive() ? history.sinceUninstalled().getFirst().info().firstDeployed() : now;
    String description =
        verb == Verb.INSTALL ? "Initial install underway" : verb.title() + " underway";
    ReleaseInfo info =
        new ReleaseInfo(
            first, now, Optional.empty(), description, verb.pending(), draft.notes(), restored);
    return draft.revision(site.release(), history.next(), info);
  }

  private Release advance() {
    try {
      if (ledger.operation().phase().compareTo(Operation.Phase.PRUNE) < 0) {
        ledger.enter(Operation.Phase.APPLY);
        apply();
        ledger.enter(Operation.Phase.PRUNE);
      }
      if (ledger.operation().phase() == Operation.Phase.PRUNE) {
        prune();
        hooks(Hook.Event.POST_INSTALL, Hook.Event.POST_UPGRADE, Hook.Event.POST_ROLLBACK);
        ledger.enter(Operation.Phase.COMMIT);
      }
    } catch (ChartException e) {
      throw Undoing.of(site, ledger).after(e);
    }
    return commit();
  }

  private void apply() {
    if (verb() == Verb.INSTALL) {
      if (site.options().createNamespace()) {
        new Applier(site).createNamespace();
      }
      new Applier(site).createDefinitions(draft);
    }
    hooks(Hook.Event.PRE_INSTALL, Hook.Event.PRE_UPGRADE, Hook.Event.PRE_ROLLBACK);
    List<Target> targets = new Applier(site).applyAll(wanted);
    if (site.options().waits()) {
      new Waiter(site).awaitReady(targets, site.options().waitForJobs());
    }
  }

  private void hooks(Hook.Event install, Hook.Event upgrade, Hook.Event rollback) {
    Hook.Event event =
        switch (verb()) {
          case INSTALL -> install;
          case UPGRADE -> upgrade;
          case ROLLBACK -> rollback;
          case UNINSTALL -> throw new IllegalStateException("an uninstall makes no revision");
        };
    new HookRunner(site, ledger).run(event);
  }

  private void prune() {
    History history = site.store().history(site.release());
    PruneBase base = PruneBase.of(site, history, ledger.journal());
    new Pruner(site).prune(base.without(wanted));
  }

  private Release commit() {
    if (ledger.release().status() != Status.DEPLOYED) {
      ledger.status(Status.DEPLOYED, description());
    }
    Release current = ledger.release();
    History history = site.store().history(site.release());
    for (Release each : history.revisions()) {
      if (each.status() == Status.DEPLOYED && each.revision() < current.revision()) {
        site.store().update(each.with(Status.SUPERSEDED, each.info().description()));
      }
    }
    forget(site, site.store().history(site.release()), 0);
    ledger.clear();
    site.tell(new DeployEvent.Recorded(current));
    return current;
  }

  /** Forgets the oldest revisions, never the good one; what they touched is in the journal. */
  private static void forget(Site site, History history, int coming) {
    int most = site.options().historyMax();
    int good = history.deployed().map(Release::revision).orElse(0);
    int surplus = most > 0 ? history.revisions().size() + coming - most : 0;
    for (Release each : history.revisions()) {
      if (surplus > 0 && each.revision() != good) {
        site.store().delete(site.release(), each.revision());
        surplus--;
      }
    }
  }

  private String description() {
    if (!site.options().description().isEmpty() && !ledger.operation().restoring()) {
      return site.options().description();
    }
    int restored = ledger.release().info().rollbackRevision();
    return restored > 0 ? "Rollback to " + restored : verb().title() + " complete";
  }

  private Verb verb() {
    return ledger.operation().verb();
  }
}
