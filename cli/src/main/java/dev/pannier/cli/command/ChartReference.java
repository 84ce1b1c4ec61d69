package dev.pannier.cli.command;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command line calls a chart. */
final class ChartReference {
  private static final String LATER =
      "Give a folder or a .tgz file; charts from repositories come with a later version.";

  private ChartReference() {}

  /**
   * Loads the chart of an operand.
   *
   * @param warnings where warnings go
   */
  static Chart load(Call call, String reference, Problems warnings) {
    Path path = call.shell().path(reference);
    if (!Files.exists(path) && isRemote(call, reference)) {
      throw later("`" + reference + "` is neither a folder nor a file.");
    }
    return ChartLoader.load(path, reference, warnings);
  }

  /** A URL, or {@code repo/chart} where no folder {@code repo} could hold it. */
  private static boolean isRemote(Call call, String reference) {
    int slash = reference.indexOf('/');
    if (reference.contains("://") || slash <= 0) {
      return slash > 0;
    }
    return reference.indexOf('/', slash + 1) < 0
        && !reference.startsWith(".")
        && !Files.isDirectory(call.shell().path(reference.substring(0, slash)));
  }

  /** Refuses the flags that say which repository a chart comes from. */
  static void refuseRepository(Call call) {
    if (call.arguments().has("--repo")) {
      throw later("`--repo` names a repository, and there are none yet.");
    }
  }

  private static ChartException later(String message) {
    return Problem.error("chart.no-repositories", message).hint(LATER).exception();
  }
}
