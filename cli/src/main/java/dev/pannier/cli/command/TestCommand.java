package dev.pannier.cli.command;

import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** {@code pannier test}. */
final class TestCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("test", "Test a release, or a chart by its own tests.")
        .operands("RELEASE | --unit [CHART...]", 0, Usage.MANY, Usage.Completes.RELEASE_THEN_FILES)
        .details(
            "Of a release, runs the test hooks of its deployed revision one after the other, up to"
                + " the first that fails. With --unit, renders the cases in a chart's tests/ folder"
                + " and compares with what they expect; no cluster is needed. A case is a folder"
                + " with values.yaml and expected.yaml (or expected.err), or an entry of a list of"
                + " cases with assertions: docs/testing-charts.md. Without a CHART, the working"
                + " directory is one.")
        .examples(
            "pannier test web --logs",
            "pannier test --unit charts/web",
            "pannier test --unit charts/* --junit report.xml",
            "pannier test --unit charts/web --filter 'ingress*' --watch",
            "pannier test --unit charts/web --update && git diff",
            "pannier test --unit charts/web --property --runs 1000")
        .group(
            "Tests of a release",
            Flag.of("--logs", "print what each test wrote"),
            DeployFlags.LOCK_WAIT)
        .group(
            "Flags",
            Flag.of("--unit", "run the chart's own tests, without a cluster"),
            Flag.of(
                "--filter GLOB",
                "only cases of this name or folder; of a release name=NAME or !name=NAME"),
            Flag.of("--fail-fast", "stop after the first case that fails"),
            Flag.of("--update", "write expected.yaml and expected.err anew where they differ"),
            Flag.of("--watch", "run again whenever a file of the chart changes"),
            Flag.of("--junit FILE", "write a report in JUnit's XML too, for CI systems"),
            Flag.of("--kube-version VERSION", "the Kubernetes that cases see which name none"),
            ResultFlags.OUTPUT)
        .group(
            "Values drawn from values.schema.json",
            Flag.of("--property", "draw values, and look for those that do not render soundly"),
            Flag.of("--runs N", "how many values to draw (default 200)"),
            Flag.of("--seed N", "draw the same values as a run that told this seed"),
            Flag.of("--allow CODE", "a problem that is no failure, by its code").each(),
            Flag.of(
                "--timeout DURATION",
                "stop after this time (default 1m; each test of a release 5m)"),
            Flag.of("--save-failing DIR", "write the failing values to files, as cases of tests"));
  }

  @Override
  public ExitCode run(Call call) {
    if (!call.arguments().on("--unit")) {
      return release(call);
    }
    if (call.arguments().on("--watch") && call.arguments().on("--property")) {
      throw UsageProblem.of(
          "cli.flags-clash", "`--watch` runs cases, not `--property`.", "Take out one of the two.");
    }
    if (call.arguments().on("--watch")) {
      return new WatchedTests(call, charts(call)).run();
    }
    List<ChartUnderTest> charts = new ArrayList<>();
    charts(call).forEach(name -> charts.add(ChartUnderTest.load(call, name)));
    return call.arguments().on("--property")
        ? new PropertyTests(call).run(charts)
        : new UnitTests(call).run(charts);
  }

  private static ExitCode release(Call call) {
    List<String> names = call.arguments().operands();
    if (names.size() == 1) {
      return new ReleaseTests(call).run();
    }
    String charts = String.join(" ", charts(call));
    throw UsageProblem.of(
        "cli.missing-operand",
        "`pannier test` needs the name of one release.",
        "A chart's own tests need no cluster: `pannier test --unit " + charts + "`.");
  }

  private static List<String> charts(Call call) {
    List<String> given = call.arguments().operands();
    return given.isEmpty() ? List.of(".") : given;
  }
}
