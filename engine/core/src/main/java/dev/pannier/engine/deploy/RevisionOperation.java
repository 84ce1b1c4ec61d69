package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseInfo;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.release.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Operation operation =
        Operation.of(
            verb,
            site.records().history().next(),
            terms(site, restoring),
            draft.digest(),
            site.clock().instant(),
            site.holder());
    return start(site, operation, draft, pending(site, verb, draft, restored));
  }

  private static Operation.Terms terms(Site site, boolean restoring) {
    DeployOptions options = site.options();
    return new Operation.Terms(
        options.atomic() && !restoring, restoring, options.noHooks(), options.keepHistory());
  }

  private static Release start(
      Site site, Operation operation, RevisionDraft draft, Release pending) {
    Planner planner = new Planner(site);
    List<Wanted> wanted = planner.wanted(draft, operation.id());
    Waiter.check(wanted);
    PruneBase base = base(site);
    Plan plan = planner.plan(draft, wanted, base);
    site.tell(new DeployEvent.Planned(operation.verb(), operation.revision(), plan));
    if (!operation.terms().restoring()) {
      site.options().approval().accept(plan);
    }
    Ledger ledger = new Ledger(site, operation, pending);
    ledger.begin(planner.find(wanted), base.without(wanted).remembered());
    if (pending.storeVersion().isEmpty()) {
      forget(site, 1);
      ledger.create();
    }
    return new RevisionOperation(site, draft, wanted, ledger).advance();
  }

  /** Goes on with an operation that somebody left in the middle, and that is wanted again. */
  static Release takeUp(Site site, Operation left, RevisionDraft draft) {
    Operation operation = left.takenUp(site.holder(), terms(site, false));
    Release pending = site.records().history().revision(left.revision()).orElseThrow();
    return start(site, operation, draft, pending);
  }

  /** Goes on with an operation that somebody left, as it was begun. */
  static Release resume(Site site, Operation operation, RevisionDraft draft) {
    Release release = site.records().history().revision(operation.revision()).orElseThrow();
    Ledger ledger = new Ledger(site, operation, release);
    List<Wanted> wanted = new Planner(site).wanted(draft, operation.id());
    return new RevisionOperation(site, draft, wanted, ledger).advance();
  }

  private static Release pending(Site site, Verb verb, RevisionDraft draft, int restored) {
    History history = site.records().history();
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
    if (ledger.release().status() != Status.DEPLOYED) {
      try {
        if (ledger.operation().phase() == Operation.Phase.APPLY) {
          apply();
          ledger.enter(Operation.Phase.PRUNE);
        }
        Pruner.ofRevision(site).prune(base(site).without(wanted));
        hooks(Hook.Event.POST_INSTALL, Hook.Event.POST_UPGRADE, Hook.Event.POST_ROLLBACK);
      } catch (ChartException e) {
        throw Undoing.of(site, ledger).after(e);
      }
    }
    try {
      return commit();
    } catch (ChartException e) {
      List<Problem> problems = new ArrayList<>(e.problems());
      problems.add(Undoing.unrecorded(site));
      throw new ChartException(e.reason(), problems, e);
    }
  }

  private void apply() {
    Applier applier = new Applier(site);
    if (verb() == Verb.INSTALL && site.options().createNamespace()) {
      new ReleaseNamespace(site).create(applier);
    }
    applier.applyDefinitions(draft, verb() == Verb.UPGRADE);
    hooks(Hook.Event.PRE_INSTALL, Hook.Event.PRE_UPGRADE, Hook.Event.PRE_ROLLBACK);
    List<Target> targets = applier.applyAll(wanted);
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
    new HookRunner(site, ledger, false).run(event);
  }

  static PruneBase base(Site site) {
    return PruneBase.of(site.cluster(), site.records().history(), site.records().journal());
  }

  /** From its first line on the new revision is the good one; the rest is safe to do twice. */
  private Release commit() {
    if (ledger.release().status() != Status.DEPLOYED) {
      ledger.status(Status.DEPLOYED, description());
    }
    Release current = ledger.release();
    site.records().supersedeAllBut(current);
    forget(site, 0);
    ledger.clear();
    site.tell(new DeployEvent.Recorded(current));
    return current;
  }

  /** Forgets the oldest revisions, never the good one; what they touched is in the journal. */
  private static void forget(Site site, int coming) {
    History history = site.records().history();
    int most = site.options().historyMax();
    int good = history.deployed().map(Release::revision).orElse(0);
    int surplus = most > 0 ? history.revisions().size() + coming - most : 0;
    for (Release each : history.revisions()) {
      if (surplus > 0 && each.revision() != good) {
        site.records().delete(each.revision());
        surplus--;
      }
    }
  }

  private String description() {
    if (!site.options().description().isEmpty() && !ledger.operation().terms().restoring()) {
      return site.options().description();
    }
    int restored = ledger.release().info().rollbackRevision();
    return restored > 0 ? "Rollback to " + restored : verb().title() + " complete";
  }

  private Verb verb() {
    return ledger.operation().verb();
  }
}
