package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a chart in their places (Helm's LoadFiles in pkg/chart/v2/loader). What is
 * wrong in any of them, subcharts among them, goes to the problems.
 */
final class ChartAssembly {

  private final ChartPlace place;
  private final ChartReading reading;
  private final Problems problems;

  private @Nullable ChartFile chartYaml;
  private @Nullable ChartFile requirements;
  private @Nullable ChartFile values;
  private @Nullable ChartFile schema;
  private @Nullable ChartFile lock;
  private final List<ChartFile> templates = new ArrayList<>();
  private final List<ChartFile> crds = new ArrayList<>();
  private final List<ChartFile> others = new ArrayList<>();
  private final Map<String, List<ChartFile>> subcharts = new TreeMap<>();

  private ChartAssembly(ChartPlace place, ChartReading reading) {
    this.place = place;
    this.reading = reading;
    this.problems = reading.problems();
  }

  static Optional<Chart> of(List<ChartFile> files, ChartPlace place, ChartReading reading) {
    ChartAssembly assembly = new ChartAssembly(place, reading);
    files.forEach(assembly::put);
    return assembly.chart();
  }

  private void put(ChartFile file) {
    switch (file.path()) {
      case "Chart.yaml" -> chartYaml = file;
      case "Chart.lock" -> lock = file;
      case "values.yaml" -> values = file;
      case "values.schema.json" -> schema = file;
      case "requirements.yaml" -> {
        requirements = file;
        others.add(file);
      }
      case "requirements.lock" -> {
        lock = lock == null ? file : lock;
        others.add(file);
      }
      default -> putByFolder(file);
    }
  }

  private void putByFolder(ChartFile file) {
    String path = file.path();
    if (path.startsWith("templates/")) {
      templates.add(file);
    } else if (path.startsWith("crds/")) {
      crds.add(file);
    } else if (path.startsWith("charts/")) {
      String inCharts = path.substring("charts/".length());
      int slash = inCharts.indexOf('/');
      String name = slash < 0 ? inCharts : inCharts.substring(0, slash);
      String rest = slash < 0 ? "" : inCharts.substring(slash + 1);
      subcharts
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(new ChartFile(rest, file.displayPath(), file.bytes()));
    } else {
      others.add(file);
    }
  }

  private Optional<Chart> chart() {
    MapNode defaults = values == null ? MapNode.EMPTY : values(values.source());
    Optional<ChartLock> locked =
        Optional.ofNullable(lock).flatMap(file -> ChartLockReader.read(file.source(), problems));
    Optional<ChartMetadata> metadata = metadata();
    List<Chart> dependencies = subcharts();
    metadata.ifPresent(
        read -> dependencies.addAll(reading.neighbours().of(read, dependencies, place)));
    return metadata.map(read ->
        new Chart(
            read,
            defaults,
            Optional.ofNullable(values),
            Optional.ofNullable(schema),
            locked,
            templates,
            crds,
            others,
            dependencies));
  }

  private Optional<ChartMetadata> metadata() {
    if (chartYaml == null) {
      problems.add(
          Problem.error(
                  "chart.not-a-chart",
                  "`" + place.shown() + "` is not a chart: there is no Chart.yaml among its files.")
              .at(Source.named(place.shown()).whole())
              .hint("Chart.yaml must lie at its top, and .helmignore must not leave it out."));
      return Optional.empty();
    }
    return ChartMetadataReader.read(
        chartYaml.source(), Optional.ofNullable(requirements).map(ChartFile::source), problems);
  }

  /** As in Helm 4, more than one document is read, later ones over earlier ones. */
  private MapNode values(Source source) {
    MapNode merged = MapNode.EMPTY.withOrigin(source.whole());
    for (Node document : YamlReader.readAll(source, SourceMap.of(source), problems)) {
      if (document instanceof MapNode map) {
        merged = merged.isEmpty() ? map : ValuesMerge.merge(map, merged);
      } else if (!(document instanceof NullNode)) {
        problems.add(
            Problem.error(
                    "chart.values-not-a-map",
                    "values.yaml must hold a map of keys and values, not a "
                        + document.typeName()
                        + ".")
                .at(document.origin())
                .hint("Values are keys with values: `replicas: 2`."));
      }
    }
    return merged;
  }

  private List<Chart> subcharts() {
    List<Chart> charts = new ArrayList<>();
    subcharts.forEach((name, files) -> {
      if (!name.startsWith("_") && !name.startsWith(".") && !name.endsWith(".prov")) {
        subchart(name, files).ifPresent(charts::add);
      }
    });
    return charts;
  }

  private Optional<Chart> subchart(String name, List<ChartFile> files) {
    ChartFile first = files.getFirst();
    if (!first.path().isEmpty()) {
      return reading.files(files, place.subchart(name));
    }
    ChartPlace file = place.archivedSubchart(name);
    if (!name.endsWith(".tgz")) {
      problems.add(stray(name, file.shown()));
      return Optional.empty();
    }
    return reading.archive(new ByteArrayInputStream(first.bytes()), file);
  }

  private static Problem stray(String name, String shown) {
    return Problem.warning(
            "chart.stray-file", "`" + name + "` in charts/ is no chart, and is not used.")
        .at(Source.named(shown).whole())
        .hint("Move it elsewhere or leave it out by .helmignore; Helm refuses such a chart.");
  }
}
