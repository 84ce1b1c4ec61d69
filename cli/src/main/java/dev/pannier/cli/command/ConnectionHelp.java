package dev.pannier.cli.command;

import dev.pannier.cli.option.ConnectionFlags;
import dev.pannier.cli.option.HelpText;
import java.util.List;

/** The help screen on how a cluster is found. */
final class ConnectionHelp {
  private ConnectionHelp() {}

  static String text(int width) {
    return HelpText.ofTopic(
        "How Pannier finds its cluster.",
        List.of(
            "A folder plays the cluster where `--sandbox DIR` or PANNIER_CLUSTER=sandbox:DIR names"
                + " one. Else it is the one that kubectl would talk to: of the current context of"
                + " the kubeconfig file, or in a pod the one that the pod runs in.",
            "The namespace is that of `--namespace`, PANNIER_NAMESPACE or HELM_NAMESPACE, else the"
                + " context's, else `default`.",
            "Each flag has a variable, which `pannier env` shows: PANNIER_KUBECONTEXT and the like,"
                + " or Helm's HELM_KUBECONTEXT. Every command takes the flags."),
        List.of(ConnectionFlags.FILE, ConnectionFlags.GROUP),
        width);
  }
}
