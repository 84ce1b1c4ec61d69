package dev.pannier.cli.command;

import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.ReleaseRecords;
import dev.pannier.engine.Releases;
import dev.pannier.engine.SandboxReleases;
import dev.pannier.engine.deploy.Cluster;
import java.nio.file.Path;

/** Which cluster a command speaks to. */
final class Clusters {
  private static final String SANDBOX = "sandbox:";

  private Clusters() {}

  /** The cluster as {@code $PANNIER_CLUSTER} writes it; empty where none is named. */
  static String address(Call call) {
    String folder = call.arguments().text("--sandbox");
    return folder.isEmpty() ? call.shell().variable("PANNIER_CLUSTER") : SANDBOX + folder;
  }

  /** The cluster. */
  static Cluster cluster(Call call) {
    return sandbox(call).cluster(call.shell().clock(), call.shell().random());
  }

  /** The releases of the cluster. */
  static Releases releases(Call call) {
    Shell shell = call.shell();
    return sandbox(call).releases(call.pannier(), shell.clock(), shell.random(), shell.pause());
  }

  /** What is recorded of releases. */
  static ReleaseRecords records(Call call) {
    return new ReleaseRecords(sandbox(call).store());
  }

  /**
   * The sandbox.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when no sandbox is named
   */
  static SandboxReleases sandbox(Call call) {
    String address = address(call);
    if (address.isEmpty()) {
      throw UsageProblem.of(
          "cli.no-cluster",
          "No cluster is named, and this version speaks to sandboxes only.",
          "Add `--sandbox DIR` or set `PANNIER_CLUSTER=sandbox:DIR`; real clusters come with a"
              + " later version.");
    }
    if (!address.startsWith(SANDBOX) || address.length() == SANDBOX.length()) {
      throw UsageProblem.of(
          "cli.variable-value",
          "`PANNIER_CLUSTER` is set to `" + address + "`, which names no sandbox.",
          "Set it to `sandbox:DIR`, DIR being a folder.");
    }
    Path folder = call.shell().path(address.substring(SANDBOX.length()));
    String version = RenderFlags.kubeVersion(call.arguments());
    return version.isEmpty() ? new SandboxReleases(folder) : new SandboxReleases(folder, version);
  }
}
