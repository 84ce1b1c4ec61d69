package dev.pannier.cli.command;

import dev.pannier.cli.option.ConnectionFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.ReleaseRecords;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.Cluster;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cluster a command speaks to. It is connected to when first needed, once. */
final class Clusters implements AutoCloseable {
  private static final String SANDBOX = "sandbox:";

  private @Nullable Backend open;

  /** The cluster as {@code $PANNIER_CLUSTER} writes it; empty where none is named. */
  static String address(Call call) {
    String folder = call.arguments().text("--sandbox");
    return folder.isEmpty() ? call.shell().variable("PANNIER_CLUSTER") : SANDBOX + folder;
  }

  /** Whether a call is for a sandbox. */
  static boolean isSandbox(Call call) {
    return !address(call).isEmpty();
  }

  /** The cluster. */
  static Cluster cluster(Call call) {
    return call.clusters().backend(call).cluster();
  }

  /** The releases of the cluster. */
  static Releases releases(Call call) {
    Shell shell = call.shell();
    Backend backend = call.clusters().backend(call);
    return new Releases(
        call.pannier(), backend.cluster(), backend.store(), shell.clock(), shell.pause());
  }

  /** What is recorded of releases. */
  static ReleaseRecords records(Call call) {
    return new ReleaseRecords(call.clusters().backend(call).store());
  }

  /** The namespace of releases where a call names none. */
  static String namespace(Call call) {
    return isSandbox(call) ? "default" : KubernetesBackend.namespace(call);
  }

  /** The namespaces that there are, by name. */
  static List<String> namespaces(Call call) {
    return cluster(call).list("v1", "Namespace", "", Map.of()).stream()
        .map(namespace -> namespace.map("metadata").text("name").orElse(""))
        .sorted()
        .toList();
  }

  private Backend backend(Call call) {
    Backend known = open;
    if (known == null) {
      known = isSandbox(call) ? sandbox(call) : new KubernetesBackend(call);
      open = known;
    }
    return known;
  }

  private static Backend sandbox(Call call) {
    String address = address(call);
    if (!address.startsWith(SANDBOX) || address.length() == SANDBOX.length()) {
      throw UsageProblem.of(
          "cli.variable-value",
          "`PANNIER_CLUSTER` is set to `" + address + "`, which names no sandbox.",
          "Set it to `sandbox:DIR`, DIR being a folder; unset, the kubeconfig file counts.");
    }
    refuseFlagsOfOthers(call);
    return new SandboxBackend(call, call.shell().path(address.substring(SANDBOX.length())));
  }

  /** What is meant for one cluster must not happen in another. */
  private static void refuseFlagsOfOthers(Call call) {
    for (String flag : ConnectionFlags.TARGETS) {
      if (call.arguments().has(flag)) {
        String sandbox = call.arguments().has("--sandbox") ? "--sandbox" : "PANNIER_CLUSTER";
        throw UsageProblem.of(
            "cli.flags-clash",
            "`" + sandbox + "` names a sandbox, and `" + flag + "` is for a real cluster.",
            sandbox.startsWith("--")
                ? "Leave out one of them."
                : "Leave out `" + flag + "`, or unset `PANNIER_CLUSTER` for a real cluster.");
      }
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
