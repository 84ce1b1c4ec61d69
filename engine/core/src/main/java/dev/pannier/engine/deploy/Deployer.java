package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.release.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings releases to a cluster. Safe against being killed at any moment: what it is about to do is
 * written down first, and whoever holds the release next finishes or undoes it.
 */
public final class Deployer {

  private static final Duration LOCK_INTERVAL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final ReleaseStore store;
  private final Clock clock;
  private final Pause pause;

  /** A deployer to one cluster, recording in one store. */
  public Deployer(Cluster cluster, ReleaseStore store, Clock clock, Pause pause) {
    this.cluster = cluster;
    this.store = store;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Takes hold of a release, and puts right what an earlier command left unfinished.
   *
   * @param events is told what happens, on the calling thread
   * @throws ChartException of reason BUSY while somebody else holds it
   */
  public ReleaseSession open(
      ReleaseId release, LockHolder holder, DeployOptions options, Consumer<DeployEvent> events) {
    ReleaseLock lock = lockWithNamespace(release, holder, options, events);
    try {
      Site site = held(release, lock, holder, options, events);
      return new ReleaseSession(site, lock, new Recovery(site).recover());
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Brings what broke off to an end, and does nothing else.
   *
   * @throws ChartException of reason BUSY while somebody else holds the release, or another tool
   *     may be at it
   */
  public RecoveryResult recover(
      ReleaseId release,
      RecoveryWay way,
      LockHolder holder,
      DeployOptions options,
      Consumer<DeployEvent> events) {
    try (ReleaseLock lock = lock(release, holder, options.lockWait())) {
      return new ChosenRecovery(held(release, lock, holder, options, events), way).recover();
    }
  }

  private Site held(
      ReleaseId release,
      ReleaseLock lock,
      LockHolder holder,
      DeployOptions options,
      Consumer<DeployEvent> events) {
    return new Site(
        new HeldCluster(cluster, lock),
        new Records(store, release, lock),
        clock,
        pause,
        release,
        holder,
        options,
        events);
  }

  /** Where the lock is to be in a namespace that the release brings, that one comes first. */
  private ReleaseLock lockWithNamespace(
      ReleaseId release, LockHolder holder, DeployOptions options, Consumer<DeployEvent> events) {
    try {
      return lock(release, holder, options.lockWait());
    } catch (ChartException e) {
      if (!options.createNamespace() || !lacksNamespace(e)) {
        throw e;
      }
      Records none = new Records(store, release, new NoLock());
      Site site = new Site(cluster, none, clock, pause, release, holder, options, events);
      new ReleaseNamespace(site).create(new Applier(site));
      return lock(release, holder, options.lockWait());
    }
  }

  private static boolean lacksNamespace(ChartException e) {
    return e.problems().stream().anyMatch(each -> each.code().equals("release.no-namespace"));
  }

  private ReleaseLock lock(ReleaseId release, LockHolder holder, Duration atMost) {
    Instant deadline = clock.instant().plus(atMost);
    while (true) {
      if (Thread.interrupted()) {
        throw Interruption.problem().exception();
      }
      try {
        return store.lock(release, holder);
      } catch (ChartException e) {
        if (e.reason() != ChartException.Reason.BUSY) {
          throw e;
        }
        if (!clock.instant().isBefore(deadline)) {
          throw explained(release, e);
        }
        await();
      }
    }
  }

  /** With what the one who holds it is doing. */
  private ChartException explained(ReleaseId release, ChartException busy) {
    List<Problem> problems = new ArrayList<>(busy.problems());
    store.journal(release).operation().ifPresent(each -> problems.add(underWay(each)));
    return new ChartException(busy.reason(), problems, busy);
  }

  private static Problem underWay(Operation operation) {
    String doing =
        switch (operation.phase()) {
          case APPLY -> "is applying, or waits for what it applied";
          case PRUNE -> "is taking away what is no longer wanted";
        };
    String what =
        operation.verb() == Verb.UNINSTALL
            ? "The uninstall"
            : "The " + operation.verb().word() + " to revision " + operation.revision();
    return Problem.info(
        "release.under-way",
        what + ", under way since " + operation.started() + ", " + doing + ".");
  }

  private void await() {
    try {
      pause.pause(LOCK_INTERVAL);
    } catch (InterruptedException e) {
      throw Interruption.problem().exception(e);
    }
  }

  /** What a draft would change, found out without holding the release or writing anything. */
  public Plan plan(ReleaseId release, RevisionDraft draft, DeployOptions options) {
    return plan(unheld(release, options), draft);
  }

  /**
   * The revision whose content a rollback would bring back.
   *
   * @param revision 0 for the last good one before the current one
   * @throws ChartException when there is none
   */
  public Release rollbackTarget(ReleaseId release, int revision) {
    return unheld(release, DeployOptions.DEFAULTS).records().rollbackTarget(revision);
  }

  /** What an uninstall would change, found out likewise. */
  public Plan uninstallPlan(ReleaseId release, DeployOptions options) {
    Site site = unheld(release, options);
    site.records().live();
    return new Plan(Pruner.ofRelease(site).plan(RevisionOperation.base(site)));
  }

  /**
   * What others changed of a release since it was applied, found out likewise.
   *
   * @param ignored fields that do not count, beside those that objects name themselves
   */
  public DriftReport drift(ReleaseId release, List<FieldRule> ignored) {
    Site site = unheld(release, DeployOptions.DEFAULTS);
    Release current = site.records().current();
    List<FieldRule> rules = new ArrayList<>(ignored);
    rules.addAll(FieldRule.of(ManifestText.read(current)));
    DeployOptions options = DeployOptions.builder().forceConflicts(true).leave(rules).build();
    return new DriftCheck(site.with(options), current).run();
  }

  private Site unheld(ReleaseId release, DeployOptions options) {
    LockHolder nobody = new LockHolder("", 0, "", clock.instant());
    return held(release, new NoLock(), nobody, options, _ -> {});
  }

  /** Of somebody who only looks. */
  private static final class NoLock implements ReleaseLock {
    @Override
    public void ensureHeld() {
      throw new IllegalStateException("nothing is written without holding the release");
    }

    @Override
    public void close() {}
  }

  static Plan plan(Site site, RevisionDraft draft) {
    Planner planner = new Planner(site);
    int next = site.records().history().next();
    List<Wanted> wanted = planner.wanted(draft, Operation.id(next, site.clock().instant()));
    return planner.plan(draft, wanted, RevisionOperation.base(site));
  }
}
