package dev.pannier.cli.command;

import dev.pannier.cli.option.ValueFlags;
import dev.pannier.engine.ChartReview;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.values.UserValues;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a chart.
 *
 * @param name what the command line calls it
 */
record ChartLint(String name, List<Problem> problems) {

  /** Looks at a chart, and where that is asked for at those in its charts/. */
  static List<ChartLint> of(Call call, String reference, ValueSources sources) {
    Problems warnings = new Problems();
    Chart chart;
    try {
      chart = ChartReference.load(call, reference, warnings);
    } catch (ChartException e) {
      return List.of(new ChartLint(reference, e.problems()));
    }
    List<ChartLint> lints = new ArrayList<>();
    lints.add(review(call, reference, chart, warnings, sources));
    if (call.arguments().on("--with-subcharts")) {
      for (Chart subchart : chart.dependencies()) {
        String name = reference + "/charts/" + subchart.name();
        lints.add(review(call, name, subchart, new Problems(), sources));
      }
    }
    return lints;
  }

  private static ChartLint review(
      Call call, String name, Chart chart, Problems warnings, ValueSources sources) {
    ChartInput input =
        new ChartInput(chart, UserValues.read(ValueFlags.of(call.arguments()), sources), warnings);
    RenderRequest request = input.request(call, call.release("test-release")).build();
    List<Problem> problems = new ArrayList<>(warnings.all());
    problems.addAll(ChartReview.of(call.pannier(), request, List.of()));
    return new ChartLint(name, problems);
  }

  /**
   * Whether it fails.
   *
   * @param strict whether warnings count
   */
  boolean fails(boolean strict) {
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR
          || strict && problem.severity() == Severity.WARNING) {
        return true;
      }
    }
    return false;
  }
}
