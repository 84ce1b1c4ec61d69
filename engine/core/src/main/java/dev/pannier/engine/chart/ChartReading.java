package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One load: what a chart, its subcharts and the charts beside it share while they are read. A chart
 * is empty where its Chart.yaml is missing or no map; what is wrong goes to the problems.
 */
final class ChartReading {

  /** Deeper than any chart, shallow enough for any stack. */
  private static final int MAX_DEPTH = 50;

  private final LoadBudget budget;
  private final Problems problems;
  private final ChartNeighbours neighbours;

  ChartReading(LoadLimits limits, Problems problems) {
    this.budget = new LoadBudget(limits);
    this.problems = problems;
    this.neighbours = new ChartNeighbours(problems, this::folder);
  }

  Problems problems() {
    return problems;
  }

  ChartNeighbours neighbours() {
    return neighbours;
  }

  /** The chart in a folder. */
  Optional<Chart> folder(ChartPlace place) {
    Path folder = place.folder().orElseThrow();
    return files(ChartFolder.read(folder, place.shown(), budget, problems), place);
  }

  /** The chart in an archive; the stream is left open. */
  Optional<Chart> archive(InputStream archive, ChartPlace place) {
    return files(ChartArchive.read(archive, place.shown(), budget, problems), place);
  }

  /** The whole path would hide what it says. */
  private static String outermost(String shown) {
    int deeper = shown.indexOf("/charts/", shown.indexOf("/charts/") + 1);
    return deeper < 0 ? shown : shown.substring(0, deeper);
  }

  /** The chart that files make. */
  Optional<Chart> files(List<ChartFile> files, ChartPlace place) {
    if (place.depth() > MAX_DEPTH) {
      throw Problem.error(
              "chart.too-deep", "Charts lie in charts more than " + MAX_DEPTH + " deep.")
          .at(Source.named(outermost(place.shown())).whole())
          .hint("Look for a chart that was copied into its own charts/.")
          .exception();
    }
    return ChartAssembly.of(files, place, this);
  }
}
