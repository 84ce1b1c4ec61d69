package dev.pannier.engine.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/** What every store says when it must not do what was asked. */
public final class Refusals {

  private Refusals() {}

  /** Somebody else holds a release. */
  public static ChartException busy(ReleaseId id, String holder) {
    return new ChartException(
        ChartException.Reason.BUSY,
        List.of(
            Problem.error(
                    "release.busy",
                    "Release `"
                        + id.name()
                        + "` in namespace `"
                        + id.namespace()
                        + "` is held by "
                        + holder
                        + ".")
                .hint("Try again when that has ended, or wait for it: `--wait-lock 1m`.")));
  }

  /** A revision was recorded meanwhile. */
  public static ChartException exists(Release release) {
    return raced(
        "release.exists",
        "Revision "
            + release.revision()
            + " of release `"
            + release.name()
            + "` was recorded by somebody else meanwhile.");
  }

  /** A revision's record was changed meanwhile. */
  public static ChartException changed(Release release) {
    return raced(
        "release.changed",
        "The record of revision "
            + release.revision()
            + " of release `"
            + release.name()
            + "` was changed by somebody else meanwhile.");
  }

  /** A release's journal was changed meanwhile. */
  public static ChartException journalChanged(ReleaseId id) {
    return raced(
        "release.changed",
        "The journal of release `" + id.name() + "` was changed by somebody else meanwhile.");
  }

  /** A release was taken from the one that held it. */
  public static ChartException lost(ReleaseId id, String why) {
    return raced(
        "release.lost",
        "Release `"
            + id.name()
            + "` in namespace `"
            + id.namespace()
            + "` is held no longer: "
            + why
            + ".");
  }

  private static ChartException raced(String code, String message) {
    return new ChartException(
        ChartException.Reason.BUSY,
        List.of(Problem.error(code, message).hint("Look at the history, then try again.")));
  }
}
