package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.yaml.MapNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A lease that a thread of its own renews until it is given back. Each renewal names the state that
 * the last one left: it cannot succeed once somebody else took over.
 */
final class HeldLease implements ReleaseLock {

  /** How old the last renewal may be before a write; beyond it, the lease is renewed first. */
  private static final Duration FRESH = Duration.ofSeconds(20);

  private static final long RETRY_SECONDS = 2;

  private final Leases leases;
  private final Clock clock;
  private final ReleaseId id;
  private final CountDownLatch closed = new CountDownLatch(1);
  private LeaseRecord lease;
  private MapNode stored;
  private Instant renewed;
  private String lostBecause = "";

  private HeldLease(Leases leases, Clock clock, ReleaseId id, MapNode stored) {
    this.leases = leases;
    this.clock = clock;
    this.id = id;
    this.lease = LeaseRecord.read(stored);
    this.stored = stored;
    this.renewed = clock.instant();
  }

  /** Begins to renew a lease that was just taken. */
  static HeldLease begin(Leases leases, Clock clock, ReleaseId id, MapNode stored) {
    HeldLease held = new HeldLease(leases, clock, id, stored);
    Thread.ofPlatform().daemon().name("lease " + id).start(held::keep);
    return held;
  }

  private void keep() {
    try {
      long wait = Leases.RENEWAL.toSeconds();
      while (!closed.await(wait, TimeUnit.SECONDS)) {
        wait = renewQuietly() ? Leases.RENEWAL.toSeconds() : RETRY_SECONDS;
      }
    } catch (InterruptedException _) {
      // nobody renews any more; whoever writes next finds out that the lease is old
    }
  }

  /** Whether it was renewed, or needs no more renewing. */
  private synchronized boolean renewQuietly() {
    try {
      if (closed.getCount() > 0 && lostBecause.isEmpty()) {
        renew();
      }
      return true;
    } catch (ChartException _) {
      return false; // tried again soon, and before the next write
    }
  }

  private void renew() {
    LeaseRecord next = lease.renewedAt(clock.instant());
    Optional<MapNode> written = leases.replace(id, next, stored);
    if (written.isEmpty()) {
      written = onceMore(next);
    }
    if (written.isPresent()) {
      lease = next;
      stored = written.get();
      renewed = next.renewed();
    }
  }

  /** A lease may have been labelled or annotated by somebody, and still be ours. */
  private Optional<MapNode> onceMore(LeaseRecord next) {
    Optional<MapNode> there = leases.get(id);
    if (there.isEmpty()) {
      lostBecause = "its lease was deleted";
      return Optional.empty();
    }
    LeaseRecord other = LeaseRecord.read(there.get());
    if (!other.token().equals(lease.token())) {
      lostBecause = "it was taken over by " + other.describe();
      return Optional.empty();
    }
    return leases.replace(id, next, there.get());
  }

  @Override
  public synchronized void ensureHeld() {
    if (lostBecause.isEmpty() && isOld()) {
      renew();
    }
    if (lostBecause.isEmpty() && isOld()) {
      lostBecause = "its lease could not be renewed";
    }
    if (!lostBecause.isEmpty()) {
      throw Refusals.lost(id, lostBecause);
    }
  }

  private boolean isOld() {
    return !clock.instant().isBefore(renewed.plus(FRESH));
  }

  /**
   * Takes the lease away, so that nothing is left of it; not one that somebody else holds. Where
   * the server cannot be asked it runs out by itself.
   */
  @Override
  public synchronized void close() {
    boolean first = closed.getCount() > 0;
    closed.countDown();
    if (!first || !lostBecause.isEmpty()) {
      return;
    }
    try {
      if (!leases.delete(id, stored)) {
        leases
            .get(id)
            .filter(there -> LeaseRecord.read(there).token().equals(lease.token()))
            .ifPresent(there -> leases.delete(id, there));
      }
    } catch (ChartException _) {
      // it ends in half a minute, and at once for who comes next on this machine
    }
  }
}
