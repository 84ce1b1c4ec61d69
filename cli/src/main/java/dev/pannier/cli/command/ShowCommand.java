package dev.pannier.cli.command;

import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.path.JsonPath;

/** {@code pannier show}. */
final class ShowCommand implements Command {
  private final ChartPart part;

  ShowCommand(ChartPart part) {
    this.part = part;
  }

  @Override
  public Usage usage() {
    String example = "pannier show " + part.word() + " charts/web";
    Usage usage =
        Usage.of("show " + part.word(), part.purpose())
            .operands("CHART", 1, 1, Usage.Completes.FILES);
    if (part == ChartPart.VALUES) {
      usage =
          usage
              .examples(example, example + " --jsonpath '{.image.tag}'")
              .group(
                  "Flags",
                  Flag.of("--jsonpath TEMPLATE", "print only what a JSONPath template picks out"));
    } else {
      usage = usage.examples(example);
    }
    return usage.group(ChartFlags.GROUP);
  }

  private String text(Call call, Chart chart) {
    String template = part == ChartPart.VALUES ? call.arguments().text("--jsonpath") : "";
    return template.isEmpty()
        ? part.of(chart, call.outputPaint())
        : JsonPath.parse(new Source("--jsonpath", template)).print(chart.values());
  }

  @Override
  public ExitCode run(Call call) {
    ChartReference.refuseRepository(call);
    Problems warnings = new Problems();
    Chart chart = ChartReference.load(call, call.arguments().operand(0), warnings);
    call.print(text(call, chart));
    call.warn(warnings.all());
    return ExitCode.DONE;
  }
}
