package dev.pannier.engine.chart;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a chart that is being loaded lies.
 *
 * @param shown what people call its folder or archive
 * @param folder its folder on the disk; empty for what lies in an archive, which reaches nothing
 *     outside of it
 * @param depth how many charts lie above it
 */
record ChartPlace(String shown, Optional<Path> folder, int depth) {

  static ChartPlace folder(Path folder, String shown) {
    return new ChartPlace(shown, Optional.of(folder), 0);
  }

  static ChartPlace archive(String shown) {
    return new ChartPlace(shown, Optional.empty(), 0);
  }

  /** A folder in charts/. */
  ChartPlace subchart(String name) {
    String path = "charts/" + name;
    return new ChartPlace(
        ChartFile.join(shown, path), folder.map(own -> own.resolve(path)), depth + 1);
  }

  /** An archive in charts/. */
  ChartPlace archivedSubchart(String name) {
    return new ChartPlace(ChartFile.join(shown, "charts/" + name), Optional.empty(), depth + 1);
  }

  /**
   * Another folder on the disk.
   *
   * @param own the folder of this chart
   * @param path absolute, or relative to that folder
   */
  ChartPlace neighbour(Path own, String path) {
    String name = Path.of(shown).resolve(path).normalize().toString();
    return new ChartPlace(
        name.isEmpty() ? "." : name, Optional.of(own.resolve(path).normalize()), depth + 1);
  }
}
