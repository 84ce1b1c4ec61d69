package dev.pannier.engine.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of one release, oldest first.
 *
 * @param revisions may be none
 */
public record History(List<Release> revisions) {

  public History {
    revisions = revisions.stream().sorted(Comparator.comparingInt(Release::revision)).toList();
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
    return new History(changed);
  }

  /** These revisions without one. */
  public History without(int number) {
    return new History(revisions.stream().filter(each -> each.revision() != number).toList());
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
