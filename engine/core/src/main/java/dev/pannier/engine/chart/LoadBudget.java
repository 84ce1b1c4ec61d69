package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;

/** Counts what one load reads, subcharts and nested archives together, and stops it in time. */
final class LoadBudget {

  private final LoadLimits limits;
  private long bytes;
  private int files;

  LoadBudget(LoadLimits limits) {
    this.limits = limits;
  }

  LoadLimits limits() {
    return limits;
  }

  /**
   * Counts one more file or folder.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is one too many
   */
  void countFile(String shown) {
    if (++files > limits.files()) {
      throw Problem.error(
              "chart.too-many-files",
              "The chart has more than "
                  + limits.files()
                  + " files; `"
                  + shown
                  + "` is one too many.")
          .hint("Leave out by .helmignore what does not belong to the chart.")
          .exception();
    }
  }

  /** Whether a file may be that large. */
  boolean fits(long size) {
    return size <= limits.fileBytes();
  }

  /** What to say of a file that is too large. */
  Problem tooLarge(String shown, long size) {
    return Problem.error(
            "chart.file-too-large",
            "The file `"
                + shown
                + "` has "
                + size
                + " bytes; a file of a chart has "
                + LoadLimits.shown(limits.fileBytes())
                + " at most.")
        .at(Source.named(shown).whole())
        .hint("Leave it out by .helmignore, or keep it outside the chart.");
  }

  /**
   * Counts what was read of a file.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is too much
   */
  void countBytes(String shown, long size) {
    bytes += size;
    if (bytes > limits.totalBytes()) {
      throw Problem.error(
              "chart.too-large",
              "The chart is larger than "
                  + LoadLimits.shown(limits.totalBytes())
                  + "; reading stopped at `"
                  + shown
                  + "`.")
          .hint("Leave out by .helmignore what does not belong to the chart.")
          .exception();
    }
  }
}
