package dev.pannier.engine.authoring;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.chart.ChartFile;
import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart in the folder that its author works in, with the values files in it that .helmignore
 * keeps out of a package.
 *
 * @param chart as loaded
 * @param folder where it lies
 * @param shown what people call the folder
 * @param samples values that users of the chart may set: values-*.yaml, ci/*.yaml, and the
 *     values.yaml of those tests that are meant to render
 */
public record AuthoredChart(Chart chart, Path folder, String shown, List<Source> samples) {

  public AuthoredChart {
    samples = List.copyOf(samples);
  }

  /**
   * Reads a chart's folder.
   *
   * @param shown what people call the folder
   * @param warnings where warnings go; must be without errors
   * @throws dev.pannier.engine.problem.ChartException naming all that is wrong with the chart
   */
  public static AuthoredChart read(Path folder, String shown, Problems warnings) {
    Chart chart = ChartLoader.load(folder, shown, warnings);
    if (!Files.isDirectory(folder)) {
      throw Problem.error("authoring.not-a-folder", "`" + shown + "` is an archive.")
          .at(Source.named(shown).whole())
          .hint("Give the folder that the chart is written in.")
          .exception();
    }
    try {
      return new AuthoredChart(chart, folder, shown, samples(folder, shown));
    } catch (IOException | DirectoryIteratorException e) {
      throw Problem.error(
              "authoring.unreadable",
              "The folder `" + shown + "` cannot be read: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  private static List<Source> samples(Path folder, String shown) throws IOException {
    List<Source> samples = new ArrayList<>();
    add(samples, folder, shown, "values[-_]*.{yaml,yml}");
    add(samples, folder.resolve("ci"), join(shown, "ci"), "*.{yaml,yml}");
    for (Path test : names(folder.resolve("tests"), "*")) {
      if (!Files.exists(test.resolve("expected.err"))) {
        add(samples, test, join(shown, "tests/" + test.getFileName()), "values.yaml");
      }
    }
    return samples;
  }

  private static void add(List<Source> samples, Path folder, String shown, String glob)
      throws IOException {
    for (Path file : names(folder, glob)) {
      if (Files.isRegularFile(file)) {
        String name = join(shown, String.valueOf(file.getFileName()));
        samples.add(new Source(name, Files.readString(file)));
      }
    }
  }

  private static String join(String shown, String name) {
    if (shown.equals(".")) {
      return name;
    }
    return shown.endsWith("/") ? shown + name : shown + "/" + name;
  }

  private static List<Path> names(Path folder, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
        entries.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  /** Where a file of the chart lies. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** What people call a file of the chart. */
  String shown(String name) {
    return join(shown, name);
  }

  /** values.yaml as written; empty where there is none. */
  Optional<Source> values() {
    return chart.valuesFile().map(ChartFile::source);
  }
}
