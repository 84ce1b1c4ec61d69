package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads the charts that a chart's folder asks for by {@code repository: file://../x} straight from
 * their folders, where Helm wants a copy in charts/ first. What lies in charts/ under that name
 * wins. One instance serves one load: a folder is read once, however many charts ask for it.
 */
final class ChartNeighbours {

  /** Reads the chart of a folder; what is wrong with it goes to the problems. */
  interface Reading {
    Optional<Chart> read(ChartPlace place);
  }

  private record Step(Path realFolder, String shown) {}

  private final Reading reading;
  private final Problems problems;
  private final Map<Path, Optional<Chart>> known = new HashMap<>();

  /** The charts that wait for the one being read. */
  private final List<Step> above = new ArrayList<>();

  ChartNeighbours(Problems problems, Reading reading) {
    this.problems = problems;
    this.reading = reading;
  }

  /**
   * The charts that a chart asks for and that are not in its charts/; what is wrong with them goes
   * to the problems.
   *
   * @param inCharts the charts in its charts/
   */
  List<Chart> of(ChartMetadata asking, List<Chart> inCharts, ChartPlace place) {
    List<Chart> found = new ArrayList<>();
    for (Dependency dependency : asking.dependencies()) {
      if (dependency.isFolder() && place.folder().isPresent() && !has(inCharts, dependency)) {
        neighbour(dependency, place, place.folder().get())
            .filter(chart -> found.stream().noneMatch(other -> other == chart))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean has(List<Chart> inCharts, Dependency dependency) {
    return inCharts.stream().anyMatch(chart -> chart.name().equals(dependency.name()));
  }

  private Optional<Chart> neighbour(Dependency dependency, ChartPlace asking, Path own) {
    NeighbourProblem wrong = new NeighbourProblem(dependency);
    try {
      ChartPlace place = asking.neighbour(own, dependency.folder());
      Path folder = place.folder().orElseThrow();
      if (!Files.exists(folder.resolve("Chart.yaml"))) {
        problems.add(wrong.notThere(folder, place.shown()));
        return Optional.empty();
      }
      Path realFolder = folder.toRealPath();
      above.add(new Step(own.toRealPath(), asking.shown()));
      Optional<Chart> chart = read(place, realFolder, wrong);
      above.removeLast();
      chart.flatMap(found -> wrong.unfit(found, place.shown())).ifPresent(problems::add);
      return chart.filter(found -> dependency.isMetBy(found.metadata()));
    } catch (IOException | InvalidPathException e) {
      problems.add(wrong.unreadable(e));
      return Optional.empty();
    }
  }

  private Optional<Chart> read(ChartPlace place, Path realFolder, NeighbourProblem wrong) {
    List<String> round =
        above.stream()
            .dropWhile(step -> !step.realFolder().equals(realFolder))
            .map(Step::shown)
            .toList();
    if (!round.isEmpty()) {
      problems.add(wrong.circle(round));
      return Optional.empty();
    }
    Optional<Chart> chart = known.get(realFolder);
    if (chart == null) {
      chart = reading.read(place);
      known.put(realFolder, chart);
    }
    return chart;
  }
}
