package dev.pannier.engine.chart;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why the folder that a dependency names by {@code file://} is not what it asks for. */
record NeighbourProblem(Dependency dependency) {

  Problem notThere(Path folder, String shown) {
    String what =
        Files.isDirectory(folder)
            ? "which has no Chart.yaml"
            : Files.exists(folder) ? "which is a file" : "which does not exist";
    return Problem.error(
            "chart.dependency-missing",
            "The chart `%s` is asked for from the folder `%s`, %s."
                .formatted(dependency.name(), shown, what))
        .at(dependency.origin())
        .hint(whereItMayBe(folder));
  }

  private String whereItMayBe(Path folder) {
    if (Files.isRegularFile(folder)) {
      return "Name the chart's folder; an archive is used where it lies in charts/.";
    }
    String written = dependency.repository();
    String above = written.substring(0, written.lastIndexOf('/') + 1);
    return closest(folder)
        .map(meant -> "Did you mean `" + above + meant + "`?")
        .orElse("What follows `file://` starts at the folder of the chart that asks.");
  }

  private static Optional<String> closest(Path folder) {
    Path parent = folder.getParent();
    Path name = folder.getFileName();
    return parent == null || name == null || Files.exists(folder)
        ? Optional.empty()
        : Suggestion.closest(name.toString(), ChartFolder.names(parent));
  }

  Problem unreadable(Exception refusal) {
    return Problem.error(
            "chart.unreadable",
            "The chart at `%s` cannot be read: %s."
                .formatted(dependency.repository(), DiskReason.of(refusal)))
        .at(dependency.origin());
  }

  /** The charts that ask for each other, the first being the one that is asked for again. */
  Problem circle(List<String> round) {
    List<String> closed = new ArrayList<>(round);
    closed.add(round.getFirst());
    return Problem.error(
            "chart.dependency-circle",
            round.size() == 1
                ? "The chart `" + round.getFirst() + "` asks for itself."
                : "Charts ask for each other in a circle: `%s`."
                    .formatted(String.join("` asks for `", closed)))
        .at(dependency.origin())
        .hint("Put what both need into a library chart, and let both ask for that one.");
  }

  /** What a chart has that the dependency does not ask for. */
  Optional<Problem> unfit(Chart chart, String shown) {
    ChartMetadata found = chart.metadata();
    if (!found.name().equals(dependency.name())) {
      return Optional.of(otherName(found, shown));
    }
    return dependency.isMetBy(found) ? Optional.empty() : Optional.of(otherVersion(found, shown));
  }

  private Problem otherName(ChartMetadata found, String shown) {
    return Problem.error(
            "chart.dependency-name-mismatch",
            "The chart `%s` is asked for, but the chart in `%s` is called `%s`."
                .formatted(dependency.name(), shown, found.name()))
        .at(dependency.origin())
        .note("its name", found.raw().keyOrigin("name"))
        .hint("Write its name; `alias` gives it another one here.");
  }

  private Problem otherVersion(ChartMetadata found, String shown) {
    return Problem.error(
            "chart.dependency-mismatch",
            "The chart `%s %s` is asked for, but `%s` has version %s of it."
                .formatted(dependency.name(), dependency.version(), shown, found.version()))
        .at(dependency.origin())
        .note("its version", found.raw().keyOrigin("version"))
        .hint("Change the range here, or the version there.");
  }
}
