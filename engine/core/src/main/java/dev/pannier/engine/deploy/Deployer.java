package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.RevisionDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    Site site = new Site(cluster, store, clock, pause, release, holder, options, events);
    ReleaseLock lock = lock(site);
    try {
      new Recovery(site).recover();
      return new ReleaseSession(site, lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static ReleaseLock lock(Site site) {
    Instant deadline = site.clock().instant().plus(site.options().lockWait());
    while (true) {
      if (Thread.interrupted()) {
        throw interrupted().exception();
      }
      try {
        return site.store().lock(site.release(), site.holder());
      } catch (ChartException e) {
        if (e.reason() != ChartException.Reason.BUSY
            || !site.clock().instant().isBefore(deadline)) {
          throw e;
        }
        pause(site);
      }
    }
  }

  private static void pause(Site site) {
    try {
      site.pause().pause(LOCK_INTERVAL);
    } catch (InterruptedException e) {
      throw interrupted().exception(e);
    }
  }

  private static Problem interrupted() {
    return Problem.error("deploy.interrupted", "The operation was interrupted.");
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
    return new Records(store, release).rollbackTarget(revision);
  }

  /** What an uninstall would change, found out likewise. */
  public Plan uninstallPlan(ReleaseId release, DeployOptions options) {
    Site site = unheld(release, options);
    History history = new Records(store, release).live();
    return new Plan(
        Pruner.ofRelease(site).plan(PruneBase.of(site, history, store.journal(release))));
  }

  private Site unheld(ReleaseId release, DeployOptions options) {
    LockHolder nobody = new LockHolder("", 0, "", clock.instant());
    return new Site(cluster, store, clock, pause, release, nobody, options, _ -> {});
  }

  static Plan plan(Site site, RevisionDraft draft) {
    Planner planner = new Planner(site);
    History history = site.store().history(site.release());
    String operation = Operation.id(history.next(), site.clock().instant());
    List<Wanted> wanted = planner.wanted(draft, operation);
    PruneBase base = PruneBase.of(site, history, site.store().journal(site.release()));
    return planner.plan(draft, wanted, base, history);
  }
}
