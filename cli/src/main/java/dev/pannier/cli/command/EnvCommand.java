package dev.pannier.cli.command;

import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.deploy.DeployOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code pannier env}. */
final class EnvCommand implements Command {
  private static final String HIDDEN = "(set, and not shown)";

  @Override
  public Usage usage() {
    return Usage.of("env", "Print the settings that come from the environment.")
        .operands("[NAME]", 0, 1, Usage.Completes.NOTHING)
        .details(
            "Each `PANNIER_…` counts before Helm's variable `HELM_…` of the same name, and a flag"
                + " before both. Tokens and passwords are not shown.")
        .examples("pannier env", "pannier env PANNIER_NAMESPACE");
  }

  @Override
  public ExitCode run(Call call) {
    Map<String, String> settings = settings(call);
    if (call.arguments().operands().isEmpty()) {
      settings.forEach((name, value) -> call.print(name + "=\"" + value + "\"\n"));
    } else {
      call.print(settings.getOrDefault(call.arguments().operand(0), "") + "\n");
    }
    return ExitCode.DONE;
  }

  private static Map<String, String> settings(Call call) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PANNIER_CLUSTER", Clusters.address(call));
    settings.put("KUBECONFIG", KubernetesBackend.kubeconfig(call));
    for (Setting setting : Setting.values()) {
      settings.put(setting.variable(), shown(call, setting));
    }
    for (String name : new String[] {"NO_COLOR", "CLICOLOR_FORCE"}) {
      settings.put(name, call.shell().variable(name));
    }
    return settings;
  }

  /** What counts, defaults among them. */
  private static String shown(Call call, Setting setting) {
    String said = setting.of(call);
    if (setting.isSecret() && !said.isEmpty()) {
      return HIDDEN;
    }
    if (!said.isEmpty()) {
      return said;
    }
    return switch (setting) {
      case NAMESPACE -> call.namespace();
      case MAX_HISTORY -> Integer.toString(DeployOptions.DEFAULTS.historyMax());
      case QPS -> Integer.toString(KubernetesBackend.QPS);
      case BURST_LIMIT -> Integer.toString(KubernetesBackend.BURST);
      case DRIVER -> "secret";
      case KUBECONTEXT,
          KUBEAPISERVER,
          KUBETOKEN,
          KUBECAFILE,
          KUBETLS_SERVER_NAME,
          KUBEINSECURE_SKIP_TLS_VERIFY,
          KUBEASUSER,
          KUBEASGROUPS,
          DRIVER_SQL_CONNECTION_STRING ->
          "";
    };
  }
}
