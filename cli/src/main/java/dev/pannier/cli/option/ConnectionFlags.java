package dev.pannier.cli.option;

import java.util.List;

/** How a real cluster is reached, under Helm's names and kubectl's. */
public final class ConnectionFlags {
  static final Flag KUBECONFIG =
      Flag.of("--kubeconfig FILE", "how to reach a cluster; else $KUBECONFIG, ~/.kube/config");

  static final Flag CONTEXT =
      Flag.of("--kube-context CONTEXT", "which cluster of the kubeconfig file").also("--context");

  /** What few people need: help shows them with the kubeconfig file's, and not each command's. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Instead of what the kubeconfig file says",
          Flag.of("--kube-apiserver URL", "the address of the API server"),
          Flag.of("--kube-token TOKEN", "a bearer token"),
          Flag.of("--kube-ca-file FILE", "certificates to trust"),
          Flag.of("--kube-tls-server-name NAME", "the name in the API server's certificate"),
          Flag.of("--kube-insecure-skip-tls-verify", "trust any certificate"),
          Flag.of("--kube-as-user NAME", "act as another user").also("--as"),
          Flag.of("--kube-as-group NAME", "act as a member of a group").also("--as-group").each(),
          Flag.of("--qps NUMBER", "how many requests a second (default 50)"),
          Flag.of("--burst-limit NUMBER", "how many requests at once (default 100)"));

  /** How the kubeconfig file is chosen. */
  public static final FlagGroup FILE = FlagGroup.of("The kubeconfig file", KUBECONFIG, CONTEXT);

  /** The flags that name a cluster or whom one is there; none of them fits a sandbox. */
  public static final List<String> TARGETS =
      List.of(
          "--kubeconfig",
          "--kube-context",
          "--kube-apiserver",
          "--kube-token",
          "--kube-as-user",
          "--kube-as-group");

  private ConnectionFlags() {}

  /** Whether a command line names a cluster. */
  public static boolean isNamed(Arguments arguments) {
    return TARGETS.stream().anyMatch(arguments::has);
  }
}
