package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ColorChoice;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Paint;
import dev.pannier.cli.output.ProblemData;
import dev.pannier.cli.output.ProblemPrinter;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code pannier lint}. */
final class LintCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("lint", "Look for mistakes in charts.")
        .operands("CHART...", 0, Usage.MANY, Usage.Completes.FILES)
        .details(
            "Looks at Chart.yaml, at the values and their schema, and at what the templates render"
                + " to with these values. Without a CHART, the working directory is one.")
        .examples(
            "pannier lint charts/web",
            "pannier lint charts/* --strict",
            "pannier lint charts/web -f values-prod.yaml -o json")
        .group(
            "Flags",
            Flag.of("--strict", "fail on warnings too"),
            Flag.of("--with-subcharts", "look at the charts in charts/ by themselves too"),
            Flag.of("--quiet", "print warnings and errors only"),
            ResultFlags.OUTPUT)
        .group(ValueFlags.GROUP)
        .group(RenderFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    List<String> given = call.arguments().operands();
    List<ChartLint> lints = new ArrayList<>();
    ValueSources sources = new ValueSources(call.shell());
    for (String reference : given.isEmpty() ? List.of(".") : given) {
      lints.addAll(ChartLint.of(call, reference, sources));
    }
    boolean strict = call.arguments().on("--strict");
    long failed = lints.stream().filter(lint -> lint.fails(strict)).count();
    if (format == OutputFormat.TABLE) {
      show(call, lints, failed);
    } else {
      call.print(format.write("", data(lints, strict)));
    }
    return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void show(Call call, List<ChartLint> lints, long failed) {
    boolean quiet = call.arguments().on("--quiet");
    Paint paint = Paint.of(ColorChoice.of(call.arguments().text("--color")).onOutput(call.shell()));
    ProblemPrinter printer = new ProblemPrinter(call.shell(), call.shell().out(), paint);
    for (ChartLint lint : lints) {
      List<Problem> shown = new ArrayList<>(lint.problems());
      shown.removeIf(problem -> quiet && problem.severity() == Severity.INFO);
      if (!quiet || !shown.isEmpty()) {
        call.print("==> Linting " + lint.name() + "\n");
        printer.printEach(shown);
        call.print("\n");
      }
    }
    if (!quiet || failed > 0) {
      call.print(lints.size() + " chart(s) linted, " + failed + " chart(s) failed\n");
    }
  }

  private static Node data(List<ChartLint> lints, boolean strict) {
    List<Node> charts = new ArrayList<>();
    for (ChartLint lint : lints) {
      Map<String, Object> chart = new LinkedHashMap<>();
      chart.put("chart", lint.name());
      chart.put("failed", lint.fails(strict));
      chart.put("problems", ProblemData.of(lint.problems()));
      charts.add(Node.of(chart));
    }
    return Node.of(charts);
  }
}
