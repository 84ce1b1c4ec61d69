package dev.pannier.engine.chart;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads charts, with their subcharts, from folders and .tgz archives. A chart is read into memory
 * whole: at most 100 MiB in 10,000 files of at most 5 MiB each, what archives in it hold included.
 */
public final class ChartLoader {

  private ChartLoader() {}

  /**
   * Loads the chart in a folder or an archive. Warnings are dropped.
   *
   * @throws ChartException naming all that is wrong with the chart
   */
  public static Chart load(Path path) {
    return load(path, path.toString(), new Problems());
  }

  /**
   * Loads the chart in a folder or an archive.
   *
   * @param shown what people call the path: messages name files by it
   * @param warnings where warnings go; must be without errors
   * @throws ChartException naming all that is wrong with the chart
   */
  public static Chart load(Path path, String shown, Problems warnings) {
    return load(path, shown, LoadLimits.STANDARD, warnings);
  }

  static Chart load(Path path, String shown, LoadLimits limits, Problems problems) {
    String name = withoutFinalSlash(shown);
    if (Files.isDirectory(path)) {
      requireChart(path, name);
      return load(limits, problems, reading -> reading.folder(ChartPlace.folder(path, name)));
    }
    if (!Files.exists(path)) {
      throw notThere(path, name).exception();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return readArchive(in, name, limits, problems);
    } catch (IOException e) {
      throw Problem.error(
              "chart.unreadable", "`" + name + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  /**
   * Reads a .tgz from a stream, which is left open.
   *
   * @param shown what people call the archive
   * @param warnings where warnings go; must be without errors
   * @throws ChartException naming all that is wrong with the chart
   */
  public static Chart readArchive(InputStream archive, String shown, Problems warnings) {
    return readArchive(archive, shown, LoadLimits.STANDARD, warnings);
  }

  private static Chart readArchive(
      InputStream archive, String shown, LoadLimits limits, Problems problems) {
    return load(limits, problems, reading -> reading.archive(archive, ChartPlace.archive(shown)));
  }

  private static Chart load(
      LoadLimits limits, Problems problems, Function<ChartReading, Optional<Chart>> loading) {
    Optional<Chart> chart = Optional.empty();
    try {
      chart = loading.apply(new ChartReading(limits, problems));
    } catch (ChartException stopped) {
      if (!problems.hasErrors()) {
        throw stopped;
      }
      problems.addAll(stopped.problems());
    }
    problems.throwIfErrors();
    return chart.orElseThrow(() -> new IllegalStateException("no chart and no problem"));
  }

  private static String withoutFinalSlash(String shown) {
    return shown.length() > 1 && shown.endsWith("/")
        ? shown.substring(0, shown.length() - 1)
        : shown;
  }

  private static Problem notThere(Path path, String shown) {
    Path parent = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    Optional<String> meant =
        name == null || parent == null
            ? Optional.empty()
            : Suggestion.closest(name.toString(), ChartFolder.names(parent));
    int slash = shown.lastIndexOf('/') + 1;
    return Problem.error("chart.not-found", "There is no chart at `" + shown + "`.")
        .hint(
            meant
                .map(found -> "Did you mean `" + shown.substring(0, slash) + found + "`?")
                .orElse("Give the folder of a chart or a .tgz file."));
  }

  /** Says so before the walk: the folder could be anything, the root of the disk too. */
  private static void requireChart(Path folder, String shown) {
    if (!Files.exists(folder.resolve("Chart.yaml"))) {
      throw Problem.error(
              "chart.not-a-chart", "`" + shown + "` is not a chart: it has no Chart.yaml.")
          .at(Source.named(shown).whole())
          .hint(whereChartsAre(folder, shown))
          .exception();
    }
  }

  private static String whereChartsAre(Path folder, String shown) {
    List<String> charts = new ArrayList<>();
    for (String name : ChartFolder.names(folder)) {
      if (name.equalsIgnoreCase("Chart.yaml") || name.equalsIgnoreCase("Chart.yml")) {
        return "Rename `" + name + "` to `Chart.yaml`.";
      }
      if (Files.exists(folder.resolve(name).resolve("Chart.yaml"))) {
        charts.add("`" + ChartFile.join(shown, name) + "`");
      }
    }
    return charts.isEmpty()
        ? "Give the folder that Chart.yaml lies in, or a .tgz file."
        : "There are charts in it: " + String.join(", ", charts) + ".";
  }
}
