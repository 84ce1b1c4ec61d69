package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Chart.lock, and the requirements.lock of charts of version v1. */
final class ChartLockReader {

  private ChartLockReader() {}

  static Optional<ChartLock> read(Source source, Problems problems) {
    return ChartMetadataReader.map(source, "Update the dependencies, or remove it.", problems)
        .map(raw -> lock(raw, problems));
  }

  private static ChartLock lock(MapNode raw, Problems problems) {
    MetadataFields fields = new MetadataFields(raw, "", problems);
    List<ChartLock.Entry> entries = new ArrayList<>();
    for (MetadataFields entry : fields.maps("dependencies")) {
      entries.add(
          new ChartLock.Entry(entry.text("name"), entry.text("version"), entry.text("repository")));
    }
    return new ChartLock(entries, fields.text("digest"), fields.text("generated"));
  }
}
