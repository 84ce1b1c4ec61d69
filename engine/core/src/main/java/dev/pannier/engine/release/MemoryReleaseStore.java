package dev.pannier.engine.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps records as long as it lives: for tests and for trying things out in one process. */
public final class MemoryReleaseStore implements ReleaseStore {

  private final Map<String, Kept> releases = new TreeMap<>();
  private final Map<ReleaseId, LockHolder> holders = new HashMap<>();
  private long versions;

  /** What is kept of one release. */
  private static final class Kept {
    final Map<Integer, Release> revisions = new TreeMap<>();
    Journal journal = Journal.EMPTY;
  }

  @Override
  public synchronized ReleaseLock lock(ReleaseId id, LockHolder holder) {
    LockHolder other = holders.putIfAbsent(id, holder);
    if (other != null) {
      throw Refusals.busy(id, other.toString());
    }
    return new Held(id, holder);
  }

  @Override
  public synchronized Optional<LockHolder> holder(ReleaseId id) {
    return Optional.ofNullable(holders.get(id));
  }

  /** Held as long as this process lives. */
  private final class Held implements ReleaseLock {
    private final ReleaseId id;
    private final LockHolder holder;

    Held(ReleaseId id, LockHolder holder) {
      this.id = id;
      this.holder = holder;
    }

    @Override
    public void ensureHeld() {}

    @Override
    public void close() {
      synchronized (MemoryReleaseStore.this) {
        holders.remove(id, holder);
      }
    }
  }

  @Override
  public synchronized History history(ReleaseId id) {
    Kept kept = releases.get(id.toString());
    Collection<Release> revisions = kept == null ? List.of() : kept.revisions.values();
    return new History(List.copyOf(revisions));
  }

  @Override
  public synchronized ReleaseList list(String namespace) {
    List<ReleaseSummary> latest = new ArrayList<>();
    for (Kept kept : releases.values()) {
      new History(List.copyOf(kept.revisions.values()))
          .latest()
          .filter(each -> namespace.isEmpty() || each.namespace().equals(namespace))
          .ifPresent(each -> latest.add(ReleaseSummary.of(each)));
    }
    return new ReleaseList(latest, List.of());
  }

  @Override
  public synchronized Release create(Release release) {
    Map<Integer, Release> revisions = kept(release.id()).revisions;
    if (revisions.containsKey(release.revision())) {
      throw Refusals.exists(release);
    }
    return put(release);
  }

  @Override
  public synchronized Release update(Release release) {
    Release stored = kept(release.id()).revisions.get(release.revision());
    if (stored == null || !stored.storeVersion().equals(release.storeVersion())) {
      throw Refusals.changed(release);
    }
    return put(release);
  }

  private Release put(Release release) {
    Release stored = release.storedAs(Long.toString(++versions));
    kept(release.id()).revisions.put(release.revision(), stored);
    return stored;
  }

  @Override
  public synchronized void delete(ReleaseId id, int revision) {
    kept(id).revisions.remove(revision);
  }

  @Override
  public synchronized Journal journal(ReleaseId id) {
    Kept kept = releases.get(id.toString());
    return kept == null ? Journal.EMPTY : kept.journal;
  }

  @Override
  public synchronized Journal write(ReleaseId id, Journal journal) {
    Kept kept = kept(id);
    if (!kept.journal.storeVersion().equals(journal.storeVersion())) {
      throw Refusals.journalChanged(id);
    }
    kept.journal = journal.isEmpty() ? Journal.EMPTY : journal.storedAs(Long.toString(++versions));
    return kept.journal;
  }

  private Kept kept(ReleaseId id) {
    return releases.computeIfAbsent(id.toString(), _ -> new Kept());
  }
}
