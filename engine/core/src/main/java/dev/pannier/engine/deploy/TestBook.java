package dev.pannier.engine.deploy;

import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.release.Release;
import java.util.List;
import java.util.function.Predicate;

/** The hooks of a revision that is tested, which stays what it is but for how its tests ran. */
final class TestBook implements HookBook {
  private final Records records;
  private final Predicate<String> chosen;
  private Release release;

  /**
   * A book of a revision.
   *
   * @param chosen of which names the tests run
   */
  TestBook(Records records, Release release, Predicate<String> chosen) {
    this.records = records;
    this.release = release;
    this.chosen = chosen;
  }

  Release release() {
    return release;
  }

  @Override
  public List<RecordedHook> hooks() {
    return release.hooks().stream()
        .filter(each -> chosen.test(each.hook().resource().id().name()))
        .toList();
  }

  @Override
  public boolean isDone(String hook) {
    return false;
  }

  @Override
  public void done(String hook) {}

  @Override
  public void ran(RecordedHook hook) {
    release = records.update(release.with(hook));
  }
}
