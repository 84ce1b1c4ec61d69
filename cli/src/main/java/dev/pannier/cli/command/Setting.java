package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Shell;
import java.util.List;

/** What flags say on one command line, and variables on all: ours before Helm's. */
enum Setting {
  NAMESPACE("--namespace"),
  KUBECONTEXT("--kube-context"),
  KUBEAPISERVER("--kube-apiserver"),
  KUBETOKEN("--kube-token"),
  KUBECAFILE("--kube-ca-file"),
  KUBETLS_SERVER_NAME("--kube-tls-server-name"),
  KUBEINSECURE_SKIP_TLS_VERIFY("--kube-insecure-skip-tls-verify"),
  KUBEASUSER("--kube-as-user"),
  KUBEASGROUPS("--kube-as-group"),
  QPS("--qps"),
  BURST_LIMIT("--burst-limit"),
  MAX_HISTORY("--history-max"),
  DRIVER(""),
  DRIVER_SQL_CONNECTION_STRING("");

  private final String flag;

  Setting(String flag) {
    this.flag = flag;
  }

  /** The variable of ours; Helm's is called alike. */
  String variable() {
    return "PANNIER_" + name();
  }

  /** Whether it opens doors, and is never shown. */
  boolean isSecret() {
    return this == KUBETOKEN || this == DRIVER_SQL_CONNECTION_STRING;
  }

  /** What a call says; empty where it says nothing. */
  String of(Call call) {
    return isGiven(call) ? call.arguments().text(flag) : of(call.shell());
  }

  /** What the environment says; empty where it says nothing. */
  String of(Shell shell) {
    String ours = shell.variable(variable());
    return ours.isEmpty() ? shell.variable("HELM_" + name()) : ours;
  }

  /** Each value of a flag that counts several times; a variable separates them by commas. */
  List<String> each(Call call) {
    if (isGiven(call)) {
      return call.arguments().all(flag);
    }
    String all = of(call.shell());
    return all.isEmpty() ? List.of() : List.of(all.split(","));
  }

  /** Whether a switch is on; Helm takes the variable for one where it says yes. */
  boolean isOn(Call call) {
    return isGiven(call)
        ? call.arguments().on(flag)
        : List.of("true", "1", "t", "T", "TRUE", "True").contains(of(call.shell()));
  }

  /**
   * A number from 0 on.
   *
   * @param otherwise what it is where nothing is said
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when it is none
   */
  double number(Call call, double otherwise) {
    String said = of(call);
    if (said.isEmpty()) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(said);
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, together with negative ones.
    }
    throw refused(call, "takes a number from 0 on", said);
  }

  /** The same, whole. */
  int wholeNumber(Call call, int otherwise) {
    double number = number(call, otherwise);
    if (number != Math.rint(number)) {
      throw refused(call, "takes a whole number from 0 on", of(call));
    }
    return (int) number;
  }

  private RuntimeException refused(Call call, String takes, String said) {
    return UsageProblem.of(
        isGiven(call) ? "cli.flag-value" : "cli.variable-value",
        "`" + origin(call) + "` " + takes + ", but is set to `" + said + "`.",
        "");
  }

  /** Where the value stands: a flag or a variable. */
  String origin(Call call) {
    if (isGiven(call)) {
      return flag;
    }
    return origin(call.shell());
  }

  /** The variable that the environment says it by. */
  String origin(Shell shell) {
    return shell.variable(variable()).isEmpty() ? "HELM_" + name() : variable();
  }

  /** Whether the command line says it. */
  boolean isGiven(Call call) {
    return !flag.isEmpty() && call.arguments().knows(flag) && call.arguments().has(flag);
  }
}
