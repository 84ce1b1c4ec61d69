package dev.pannier.cli.command;

import dev.pannier.cli.option.ValueFlags;
import dev.pannier.engine.ChartReview;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.ValuesVariant;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.values.UserValues;
import dev.pannier.engine.values.ValuesFlag;
import dev.pannier.engine.yaml.MapNode;
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
    List<ValuesFlag> flags = ValueFlags.of(call.arguments());
    MapNode values = UserValues.read(flags, sources);
    boolean all = flags.isEmpty() && !call.arguments().on("--defaults-only");
    List<ValuesVariant> variants = all ? ChartVariants.of(call.shell(), name, warnings) : List.of();
    RenderRequest request =
        new ChartInput(chart, values, warnings).request(call, call.release("test-release")).build();
    RuleChoice choice = RuleChoice.of(call);
    List<Problem> problems = new ArrayList<>(warnings.all());
    problems.addAll(ChartReview.of(call.pannier(), request, variants));
    if (choice.isNarrow()) {
      problems.removeIf(problem -> problem.code().equals(Rule.USELESS_SKIP.code()));
    }
    return new ChartLint(name, choice.of(problems));
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
