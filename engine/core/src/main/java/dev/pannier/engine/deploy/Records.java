package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Status;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded of one release. Read once, because nobody else changes it while it is held; what
 * a command writes goes through this, and only as long as it holds the release.
 */
final class Records {

  private final ReleaseStore store;
  private final ReleaseId release;
  private final ReleaseLock lock;
  private History history;
  private Journal journal;

  /** The records of a release as they are now. */
  Records(ReleaseStore store, ReleaseId release, ReleaseLock lock) {
    this.store = store;
    this.release = release;
    this.lock = lock;
    this.history = store.history(release);
    this.journal = store.journal(release);
  }

  History history() {
    return history;
  }

  Journal journal() {
    return journal;
  }

  /** Records a new revision. */
  Release create(Release revision) {
    lock.ensureHeld();
    return known(store.create(revision));
  }

  /** Records a revision anew. */
  Release update(Release revision) {
    lock.ensureHeld();
    return known(store.update(revision));
  }

  private Release known(Release stored) {
    history = history.with(stored);
    return stored;
  }

  /** Forgets a revision. */
  void delete(int revision) {
    lock.ensureHeld();
    store.delete(release, revision);
    history = history.without(revision);
  }

  /** Replaces the journal. */
  void write(Journal next) {
    if (!next.isEmpty() || !journal.isEmpty()) {
      lock.ensureHeld();
      journal = store.write(release, next);
    }
  }

  /** Every good revision but one is so no longer. */
  void supersedeAllBut(Release current) {
    for (Release each : history.revisions()) {
      if (each.status() == Status.DEPLOYED && each.revision() != current.revision()) {
        update(each.with(Status.SUPERSEDED, each.info().description()));
      }
    }
  }

  /** The revisions of a release that is there. */
  History live() {
    if (!history.isLive()) {
      throw notFound();
    }
    return history;
  }

  /** The revision that the cluster should have: the good one, else the newest. */
  Release current() {
    return live().deployed().or(history::latest).orElseThrow(this::notFound);
  }

  /**
   * The revision whose content a rollback brings back.
   *
   * @param revision 0 for the last good one before the current one
   */
  Release rollbackTarget(int revision) {
    return revision == 0 ? previous() : recorded(revision);
  }

  private Release recorded(int revision) {
    return history
        .revision(revision)
        .orElseThrow(() ->
            history.isEmpty()
                ? notFound()
                : Problem.error(
                        "release.no-revision",
                        "Release `" + name() + "` has no revision " + revision + ".")
                    .hint("`pannier history " + name() + "` lists those that there are.")
                    .exception());
  }

  private Release previous() {
    List<Release> revisions = live().revisions();
    Optional<Release> good =
        revisions.subList(0, revisions.size() - 1).reversed().stream()
            .filter(each -> each.status().wasGood())
            .findFirst();
    return good.orElseThrow(() ->
        Problem.error(
                "release.no-good-revision",
                "Release `" + name() + "` has no good revision before the current one.")
            .hint(
                "A rollback goes to one that worked; `pannier history " + name() + "` shows each.")
            .exception());
  }

  private ChartException notFound() {
    return notFound(release);
  }

  static ChartException notFound(ReleaseId release) {
    return Problem.error(
            "release.not-found",
            "There is no release `"
                + release.name()
                + "` in namespace `"
                + release.namespace()
                + "`.")
        .hint("`pannier list --all-namespaces` lists those that there are.")
        .exception();
  }

  private String name() {
    return release.name().value();
  }
}
