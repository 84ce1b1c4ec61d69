package dev.pannier.cli.command;

import dev.pannier.cli.option.GlobalFlags;
import dev.pannier.cli.option.HelpText;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Shell;
import java.util.List;

/** {@code pannier help}. */
final class HelpCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("help", "Show help on Pannier or on one command.")
        .operands("[COMMAND]", 0, 2, Usage.Completes.NOTHING)
        .details("`pannier help connection` tells how a cluster is found, with the flags for it.")
        .examples("pannier help install", "pannier help get values", "pannier help connection");
  }

  @Override
  public ExitCode run(Call call) {
    if (call.arguments().operands().isEmpty()) {
      call.print(MainHelp.text());
      return ExitCode.DONE;
    }
    if (call.arguments().operands().equals(List.of("connection"))) {
      call.print(ConnectionHelp.text(call.shell().width()));
      return ExitCode.DONE;
    }
    String verb = CommandLine.of(call.arguments().operands().toArray(String[]::new)).verb();
    Command command = Verbs.command(verb);
    call.print(command == null ? MainHelp.ofGroup(verb) : screen(verb, command, call.shell()));
    return ExitCode.DONE;
  }

  /** A command's help screen. */
  static String screen(String verb, Command command, Shell shell) {
    return HelpText.of(command.usage(), Verbs.aliases(verb), GlobalFlags.GROUP, shell.width());
  }
}
