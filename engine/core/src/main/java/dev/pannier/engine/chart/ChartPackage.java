package dev.pannier.engine.chart;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packs a chart as Helm does, {@code name-version.tgz}, and reproducibly: the same chart gives the
 * same bytes, in whatever order and at whatever time its files were written. Subcharts are packed
 * as folders. Unlike Helm, which writes Chart.yaml anew, its comments stay.
 */
public final class ChartPackage {

  /** The time that all files bear where nobody asks for another one: the first that zip knows. */
  public static final Instant FIXED_TIME = Instant.parse("1980-01-01T00:00:00Z");

  private final Chart chart;
  private final String version;
  private final String chartYaml;
  private final Instant time;

  private ChartPackage(Chart chart, String version, String chartYaml, Instant time) {
    this.chart = chart;
    this.version = version;
    this.chartYaml = chartYaml;
    this.time = time;
  }

  /**
   * A package of a chart as loaded.
   *
   * @throws dev.pannier.engine.problem.ChartException when charts that it asks for are missing
   */
  public static ChartPackage of(Chart chart) {
    Problems problems = new Problems();
    problems.addAll(ChartDependencies.missing(chart));
    problems.throwIfErrors();
    ChartMetadata metadata = chart.metadata();
    String chartYaml = ChartYamlText.of(metadata).text();
    return new ChartPackage(chart, metadata.version(), chartYaml, FIXED_TIME);
  }

  /**
   * The same, of another version.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is no version
   */
  public ChartPackage version(String other) {
    if (Semver.strict(other).isEmpty()) {
      throw Problem.error("chart.invalid-version", "`" + other + "` is no version.")
          .hint("Write three numbers, such as `1.2.3` or `1.2.3-beta.1` (semver.org).")
          .exception();
    }
    String edited = new ChartYamlText(chartYaml).with("version", other).text();
    return new ChartPackage(chart, other, edited, time);
  }

  /** The same, of another version of the application. */
  public ChartPackage appVersion(String other) {
    String edited = new ChartYamlText(chartYaml).with("appVersion", other).text();
    return new ChartPackage(chart, version, edited, time);
  }

  /** The same, with files of another time, to the second: SOURCE_DATE_EPOCH. */
  public ChartPackage time(Instant other) {
    return new ChartPackage(chart, version, chartYaml, other);
  }

  /** {@code web-1.2.3.tgz}. */
  public String fileName() {
    return chart.metadata().name() + "-" + version + ".tgz";
  }

  /**
   * Writes the archive into a folder, which is made where it is not there. The file appears whole
   * or not at all; one of its name is replaced.
   *
   * @throws dev.pannier.engine.problem.ChartException when the disk refuses
   */
  public Path writeInto(Path folder) {
    Path target = folder.resolve(fileName());
    Path draft = folder.resolve("." + fileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(draft)) {
        write(out);
      }
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException e) {
      throw unwritable(target, draft, e).exception(e);
    }
  }

  private static Problem unwritable(Path target, Path draft, IOException e) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException undeleted) {
      e.addSuppressed(undeleted);
    }
    return Problem.error(
            "chart.unwritable", "`" + target + "` cannot be written: " + DiskReason.of(e) + ".")
        .hint("Check that `" + target.getParent() + "` is a folder that you may write to.");
  }

  /** Writes the archive to a stream, which is left open. */
  public void write(OutputStream out) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String root = chart.metadata().name() + "/";
    collect(chart, root, files);
    files.remove(root + "Chart.yaml");
    try (ChartTar tar = new ChartTar(out, time)) {
      tar.file(root + "Chart.yaml", utf8(chartYaml));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        tar.file(file.getKey(), file.getValue());
      }
    }
  }

  private static void collect(Chart chart, String root, Map<String, byte[]> files) {
    ChartMetadata metadata = chart.metadata();
    files.put(root + "Chart.yaml", utf8(ChartYamlText.of(metadata).text()));
    if (!metadata.apiVersion().equals("v1")) {
      chart.lock().ifPresent(lock -> files.put(root + "Chart.lock", utf8(lockText(lock))));
    }
    for (ChartFile file : filesOf(chart)) {
      files.put(root + file.path(), file.bytes());
    }
    for (Chart subchart : chart.dependencies()) {
      String folder = root + "charts/" + subchart.metadata().name();
      // The same chart may lie there in two versions, each with an alias of its own.
      boolean taken = files.containsKey(folder + "/Chart.yaml");
      String suffix = taken ? "-" + subchart.metadata().version() : "";
      collect(subchart, folder + suffix + "/", files);
    }
  }

  private static List<ChartFile> filesOf(Chart chart) {
    List<ChartFile> files = new ArrayList<>();
    chart.valuesFile().ifPresent(files::add);
    chart.schema().ifPresent(files::add);
    files.addAll(chart.templates());
    files.addAll(chart.crds());
    files.addAll(chart.files());
    return files;
  }

  private static String lockText(ChartLock lock) {
    List<Node> entries = new ArrayList<>();
    for (ChartLock.Entry entry : lock.dependencies()) {
      entries.add(
          Node.of(
              Map.of(
                  "name", entry.name(),
                  "repository", entry.repository(),
                  "version", entry.version())));
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("dependencies", Node.of(entries));
    fields.put("digest", Node.of(lock.digest()));
    fields.put("generated", Node.of(lock.generated()));
    return YamlWriter.writeSorted(MapNode.of(fields));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
