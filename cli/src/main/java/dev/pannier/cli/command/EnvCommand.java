package dev.pannier.cli.command;

import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;

/** {@code pannier env}. */
final class EnvCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("env", "Print the settings that come from the environment.")
        .operands("[NAME]", 0, 1, Usage.Completes.NOTHING)
        .examples("pannier env", "pannier env PANNIER_NAMESPACE");
  }

  @Override
  public ExitCode run(Call call) {
    String[][] settings = {
      {"PANNIER_CLUSTER", Clusters.address(call)},
      {"PANNIER_NAMESPACE", call.namespace()},
      {"KUBECONFIG", call.shell().variable("KUBECONFIG")},
      {"NO_COLOR", call.shell().variable("NO_COLOR")},
      {"CLICOLOR_FORCE", call.shell().variable("CLICOLOR_FORCE")},
    };
    boolean all = call.arguments().operands().isEmpty();
    for (String[] setting : settings) {
      if (all) {
        call.print(setting[0] + "=\"" + setting[1] + "\"\n");
      } else if (setting[0].equals(call.arguments().operand(0))) {
        call.print(setting[1] + "\n");
      }
    }
    return ExitCode.DONE;
  }
}
