package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Breaks the k-th writing call to a cluster or a store, before it takes effect or after. */
final class Killing {

  /** As good as a kill: nobody catches it. */
  static final class Killed extends Error {
    Killed() {
      super("killed");
    }
  }

  /**
   * How the call breaks. A kill before a write leaves what a kill after the one before it leaves,
   * so one of the two is enough; the first write of all is the lock, which dies with its process.
   */
  enum How {
    KILLED_AFTER,
    FAILS_BEFORE,
    FAILS_AFTER
  }

  private final int broken;
  private final How how;
  private final AtomicInteger calls = new AtomicInteger();

  Killing(int broken, How how) {
    this.broken = broken;
    this.how = how;
  }

  /** Whether the call that was to break came at all. */
  boolean happened() {
    return calls.get() >= broken;
  }

  private <T> T count(boolean onCluster, Supplier<T> call) {
    if (how == How.FAILS_BEFORE || how == How.FAILS_AFTER) {
      // a store that fails is as good as a kill: nothing can be recorded
      if (!onCluster) {
        return call.get();
      }
    }
    if (calls.incrementAndGet() != broken) {
      return call.get();
    }
    switch (how) {
      case FAILS_BEFORE -> throw failure();
      case KILLED_AFTER -> {
        call.get();
        throw new Killed();
      }
      case FAILS_AFTER -> {
        call.get();
        throw failure();
      }
    }
    throw new AssertionError();
  }

  private static ChartException failure() {
    return new ChartException(
        ChartException.Reason.UNAVAILABLE,
        List.of(Problem.error("test.unavailable", "The cluster does not answer.")));
  }

  Cluster cluster(Cluster real) {
    return new ClusterInFront(real) {
      @Override
      public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
        return mode.dryRun()
            ? super.apply(id, object, mode)
            : count(true, () -> super.apply(id, object, mode));
      }

      @Override
      public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
        return count(true, () -> real.adopt(id, live, managers, into));
      }

      @Override
      public boolean delete(ResourceId id, String uid, Propagation propagation) {
        return count(true, () -> super.delete(id, uid, propagation));
      }
    };
  }

  ReleaseStore store(ReleaseStore real) {
    return new ReleaseStore() {
      @Override
      public ReleaseLock lock(ReleaseId id, LockHolder holder) {
        return real.lock(id, holder);
      }

      @Override
      public Optional<LockHolder> holder(ReleaseId id) {
        return real.holder(id);
      }

      @Override
      public History history(ReleaseId id) {
        return real.history(id);
      }

      @Override
      public ReleaseList list(String namespace) {
        return real.list(namespace);
      }

      @Override
      public Release create(Release release) {
        return count(false, () -> real.create(release));
      }

      @Override
      public Release update(Release release) {
        return count(false, () -> real.update(release));
      }

      @Override
      public void delete(ReleaseId id, int revision) {
        count(
            false,
            () -> {
              real.delete(id, revision);
              return "";
            });
      }

      @Override
      public Journal journal(ReleaseId id) {
        return real.journal(id);
      }

      @Override
      public Journal write(ReleaseId id, Journal journal) {
        return count(false, () -> real.write(id, journal));
      }
    };
  }
}
