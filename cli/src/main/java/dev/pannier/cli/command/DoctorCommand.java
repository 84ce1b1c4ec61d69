package dev.pannier.cli.command;

import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.CheckupText;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.ProblemPrinter;
import dev.pannier.engine.deploy.Checkup;
import dev.pannier.engine.release.ReleaseId;

/** {@code pannier doctor}. */
final class DoctorCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("doctor", "Tell what is wrong with a release, and what to do.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .details(
            "Looks at the records, the journal, who holds the release, and the objects in the"
                + " cluster; changes nothing. Ends with 3 where something is wrong.")
        .examples("pannier doctor web", "pannier doctor web -o json")
        .group("Flags", ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    ReleaseId id = call.release(call.arguments().operand(0));
    Checkup checkup = Clusters.records(call).examine(id, Clusters.cluster(call));
    CheckupText text = new CheckupText(id, checkup);
    call.print(format.write(text.text(), text.data()));
    if (format == OutputFormat.TABLE && !checkup.findings().isEmpty()) {
      call.print("\n");
      new ProblemPrinter(call.shell(), call.shell().out(), call.outputPaint())
          .printEach(checkup.findings());
    }
    return checkup.isHealthy() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
