package dev.pannier.cli.command;

import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;

/** {@code pannier get manifest}, {@code notes}, {@code hooks} and {@code all}. */
final class GetTextCommand implements Command {
  private final RecordPart part;

  GetTextCommand(RecordPart part) {
    this.part = part;
  }

  @Override
  public Usage usage() {
    return Usage.of("get " + part.word(), part.purpose())
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .examples(
            "pannier get " + part.word() + " web",
            "pannier get " + part.word() + " web --revision 2")
        .group("Flags", ResultFlags.REVISION);
  }

  @Override
  public ExitCode run(Call call) {
    call.print(part.of(call.recordedRelease(), call.shell().clock().getZone()));
    return ExitCode.DONE;
  }
}
