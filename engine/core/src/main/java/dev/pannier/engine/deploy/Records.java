package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseStore;
import java.util.List;
import java.util.Optional;

/** What is recorded of one release, as operations ask for it. */
record Records(ReleaseStore store, ReleaseId release) {

  History history() {
    return store.history(release);
  }

  /** The revisions of a release that is there. */
  History live() {
    History history = history();
    if (!history.isLive()) {
      throw notFound();
    }
    return history;
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
    History history = history();
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
    return Problem.error(
            "release.not-found",
            "There is no release `" + name() + "` in namespace `" + release.namespace() + "`.")
        .hint("`pannier list --all-namespaces` lists those that there are.")
        .exception();
  }

  private String name() {
    return release.name().value();
  }
}
