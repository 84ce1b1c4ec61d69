package dev.pannier.engine.chart;

import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart as loaded: immutable, shared between threads.
 *
 * @param metadata what Chart.yaml says
 * @param values the defaults of values.yaml
 * @param valuesFile values.yaml as written
 * @param schema values.schema.json
 * @param lock Chart.lock
 * @param templates the files under templates/
 * @param crds the files under crds/, of this chart only
 * @param files everything else that is neither of these nor under charts/: what templates see as
 *     Files
 * @param dependencies the charts under charts/
 */
public record Chart(
    ChartMetadata metadata,
    MapNode values,
    Optional<ChartFile> valuesFile,
    Optional<ChartFile> schema,
    Optional<ChartLock> lock,
    List<ChartFile> templates,
    List<ChartFile> crds,
    List<ChartFile> files,
    List<Chart> dependencies) {

  public Chart {
    templates = List.copyOf(templates);
    crds = List.copyOf(crds);
    files = List.copyOf(files);
    dependencies = List.copyOf(dependencies);
  }

  /** Its name, or the alias that its parent gave it. */
  public String name() {
    return metadata.name();
  }

  /** The same, under another name. */
  Chart named(String name) {
    return with(metadata.with(name, metadata.dependencies()), values, dependencies);
  }

  /** The same, with other defaults. */
  public Chart withValues(MapNode otherValues) {
    return with(metadata, otherValues, dependencies);
  }

  /** The same without any file: what is left of a chart once it is rendered. */
  public Chart withoutFiles() {
    return new Chart(
        metadata,
        values,
        Optional.empty(),
        Optional.empty(),
        lock,
        List.of(),
        List.of(),
        List.of(),
        dependencies);
  }

  /**
   * The same chart in a next version, and so its subcharts: for looking at what an upgrade changes.
   * The versions differ by their build only, so that all demands are met as before.
   */
  public Chart inNextVersion() {
    List<Chart> charts = new ArrayList<>();
    dependencies.forEach(subchart -> charts.add(subchart.inNextVersion()));
    return with(metadata.inNextVersion(), values, charts);
  }

  /** The same, with other subcharts. */
  Chart withDependencies(List<Chart> charts) {
    return with(metadata, values, charts);
  }

  /** The same, asking for other charts and having them. */
  Chart withDependencies(List<Dependency> declared, List<Chart> charts) {
    return with(metadata.with(metadata.name(), declared), values, charts);
  }

  private Chart with(ChartMetadata otherMetadata, MapNode otherValues, List<Chart> charts) {
    return new Chart(
        otherMetadata, otherValues, valuesFile, schema, lock, templates, crds, files, charts);
  }
}
