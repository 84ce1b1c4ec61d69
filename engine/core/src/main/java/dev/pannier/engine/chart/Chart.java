package dev.pannier.engine.chart;

import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * A chart as loaded: immutable, shared between threads.
 *
 * @param metadata what Chart.yaml says
 * @param values the defaults of values.yaml
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
}
