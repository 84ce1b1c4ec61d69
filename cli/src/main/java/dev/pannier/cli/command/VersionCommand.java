package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;

/** {@code pannier version}. */
final class VersionCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("version", "Print the version of Pannier.")
        .examples("pannier version", "pannier version --short")
        .group("Flags", Flag.of("--short", "print the number only"));
  }

  @Override
  public ExitCode run(Call call) {
    boolean brief = call.arguments().on("--short");
    call.print((brief ? "" : "pannier ") + Version.number() + "\n");
    return ExitCode.DONE;
  }
}
