package dev.pannier.cli.command;

import dev.pannier.engine.ChartTests;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.unit.TestCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A chart and its cases.
 *
 * @param name what the command line calls it
 * @param folder where it lies
 * @param warnings about the chart and its tests
 */
record ChartUnderTest(
    String name,
    Path folder,
    Chart chart,
    ChartTests tests,
    List<TestCase> cases,
    List<Problem> warnings) {

  /**
   * Loads a chart and finds its cases.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is no chart, or no folder
   */
  static ChartUnderTest load(Call call, String name) {
    Path folder = call.shell().path(name);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Problem.error(
              "test.not-a-folder", "`" + name + "` is an archive, which holds no tests.")
          .hint("Give the chart's folder; a package leaves its tests out.")
          .exception();
    }
    Problems warnings = new Problems();
    Chart chart = ChartReference.load(call, name, warnings);
    ChartTests tests = new ChartTests(chart, folder, name, call.arguments().text("--kube-version"));
    var found = tests.cases();
    warnings.addAll(found.warnings());
    return new ChartUnderTest(name, folder, chart, tests, found.cases(), warnings.all());
  }

  /** The same with some of its cases. */
  ChartUnderTest only(List<TestCase> some) {
    return new ChartUnderTest(name, folder, chart, tests, some, warnings);
  }

  /** That there is nothing to run, and how to write something. */
  Problem none() {
    String inside = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    return Problem.warning("test.no-tests", "The chart `" + chart.name() + "` has no tests.")
        .hint(
            "Write values into `%stests/default/values.yaml`, then run `pannier test --unit %s"
                    .formatted(inside, name)
                + " --update`: it writes what they render to beside them.");
  }
}
