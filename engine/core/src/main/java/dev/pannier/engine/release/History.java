package dev.pannier.engine.release;

import dev.pannier.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of one release, oldest first.
 *
 * @param revisions may be none
 * @param problems records of old revisions that cannot be read, and are left out
 */
public record History(List<Release> revisions, List<Problem> problems) {

  public History {
    revisions = revisions.stream().sorted(Comparator.comparingInt(Release::revision)).toList();
    problems = List.copyOf(problems);
  }

  /** Revisions that all can be read. */
  public History(List<Release> revisions) {
    this(revisions, List.of());
  }

  /**
   * Revisions of which some cannot be read. An old one does not stand in the way; without the
   * newest one, or the one that is deployed, nobody can say what is in the cluster.
   *
   * @throws dev.pannier.engine.problem.ChartException when such a one cannot be read
   */
  public static History of(List<Release> readable, List<BrokenRecord> broken) {
    int newest = 0;
    for (Release each : readable) {
      newest = Math.max(newest, each.revision());
    }
    List<Problem> problems = new ArrayList<>();
    for (BrokenRecord each : broken) {
      if (each.revision() > newest || each.status() == Status.DEPLOYED) {
        throw each.problem().exception();
      }
      problems.add(each.problem().asWarning());
    }
    return new History(readable, problems);
  }

  /** Whether there is no revision at all. */
  public boolean isEmpty() {
    return revisions.isEmpty();
  }

  /** The newest revision, in whatever state it is. */
  public Optional<Release> latest() {
    return isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  /**
   * The current good revision: of several that say so, which races of Helm leave behind, the
   * newest.
   */
  public Optional<Release> deployed() {
    return revisions.reversed().stream()
        .filter(each -> each.status() == Status.DEPLOYED)
        .findFirst();
  }

  /** A revision by its number. */
  public Optional<Release> revision(int number) {
    return revisions.stream().filter(each -> each.revision() == number).findFirst();
  }

  /** The revisions after one, oldest first. */
  public List<Release> after(int number) {
    return revisions.stream().filter(each -> each.revision() > number).toList();
  }

  /** These revisions with one more, or with another state of one. */
  public History with(Release revision) {
    List<Release> changed = new ArrayList<>(without(revision.revision()).revisions);
    changed.add(revision);
    return new History(changed, problems);
  }

  /** These revisions without one. */
  public History without(int number) {
    return new History(
        revisions.stream().filter(each -> each.revision() != number).toList(), problems);
  }

  /** The number of the revision that comes next. */
  public int next() {
    return isEmpty() ? 1 : revisions.getLast().revision() + 1;
  }

  /** The revisions of the release's present life: those after it was last uninstalled. */
  public List<Release> sinceUninstalled() {
    int last = 0;
    for (Release each : revisions) {
      last = each.status() == Status.UNINSTALLED ? each.revision() : last;
    }
    return after(last);
  }

  /** Whether there is something to upgrade, roll back or take away. */
  public boolean isLive() {
    return !sinceUninstalled().isEmpty();
  }

  /** Whether a revision of its present life ever was good. */
  public boolean wasGood() {
    return sinceUninstalled().stream().anyMatch(each -> each.status().wasGood());
  }
}
