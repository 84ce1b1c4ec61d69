package dev.pannier.cli.command;

import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.problem.Problems;

/** {@code pannier show}. */
final class ShowCommand implements Command {
  private final ChartPart part;

  ShowCommand(ChartPart part) {
    this.part = part;
  }

  @Override
  public Usage usage() {
    return Usage.of("show " + part.word(), part.purpose())
        .operands("CHART", 1, 1, Usage.Completes.FILES)
        .examples("pannier show " + part.word() + " charts/web")
        .group(ChartFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    ChartReference.refuseRepository(call);
    Problems warnings = new Problems();
    Chart chart = ChartReference.load(call, call.arguments().operand(0), warnings);
    call.print(part.of(chart, call.outputPaint()));
    call.warn(warnings.all());
    return ExitCode.DONE;
  }
}
