package dev.pannier.cli.command;

import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.ReleaseText;
import dev.pannier.engine.release.Release;

/** {@code pannier status}. */
final class StatusCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("status", "Tell how a release is.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .examples("pannier status web", "pannier status web --revision 2 -o json")
        .group("Flags", ResultFlags.REVISION, ResultFlags.OUTPUT);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    Release release = call.recordedRelease();
    String text = ReleaseText.of(release, call.shell().clock().getZone(), true);
    call.print(format.write(text, ReleaseText.data(release)));
    return ExitCode.DONE;
  }
}
