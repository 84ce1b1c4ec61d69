package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.ReleaseText;
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What installing and upgrading have in common. */
final class Deployment {
  private Deployment() {}

  /** A request of the flags that both have. */
  static DeployRequest.Builder request(Call call, RenderRequest render, String verb) {
    Arguments arguments = call.arguments();
    refuseVersionOfRealClusters(call);
    if (arguments.on("--dependency-update")) {
      throw UsageProblem.of(
          "cli.unsupported-flag",
          "`--dependency-update` comes with a later version.",
          "Put the dependencies into charts/ yourself.");
    }
    return DeployRequest.builder(render, holder(call, verb))
        .options(
            options(call)
                .createNamespace(arguments.on("--create-namespace"))
                .takeOwnership(arguments.on("--take-ownership"))
                .build())
        .labels(DeployFlags.labels(arguments.all("--labels")))
        .skipCrds(arguments.on("--skip-crds"))
        .manifests(!arguments.on("--disable-openapi-validation"));
  }

  /** A real cluster tells its own version; what is rendered for another one is not for it. */
  private static void refuseVersionOfRealClusters(Call call) {
    if (!Clusters.isSandbox(call) && call.arguments().has("--kube-version")) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "`--kube-version` is given, and the cluster is a real one, which tells its own version.",
          "Leave it out; `pannier template` shows what the chart renders to for another version.");
    }
  }

  /** How to go about it, by the flags and the environment. */
  static DeployOptions.Builder options(Call call) {
    return DeployFlags.options(call.arguments())
        .historyMax(Setting.MAX_HISTORY.wholeNumber(call, DeployOptions.DEFAULTS.historyMax()));
  }

  /** Who holds a release while this call changes it. */
  static LockHolder holder(Call call, String verb) {
    return new LockHolder(
        host(call),
        ProcessHandle.current().pid(),
        "pannier " + verb,
        call.shell().clock().instant());
  }

  /** The machine's name, without asking a name server, which may take seconds. */
  private static String host(Call call) {
    String host = call.shell().variable("HOSTNAME");
    if (host.isEmpty()) {
      try {
        host = Files.readString(Path.of("/etc/hostname")).strip();
      } catch (IOException _) {
        // Not every system has that file; the name only serves people.
        host = "";
      }
    }
    return host.isEmpty() ? "this machine" : host;
  }

  /**
   * Prints what came of it, as Helm does.
   *
   * @param headline what precedes the release for people; may be empty
   */
  static void print(Call call, OutputFormat format, DeployResult result, String headline) {
    Release release =
        call.arguments().on("--hide-secret") ? SecretMask.of(result.release()) : result.release();
    boolean preview = DeployFlags.dryRun(call.arguments());
    boolean notes = !call.arguments().on("--hide-notes");
    String text = ReleaseText.of(release, call.shell().clock().getZone(), notes && !preview);
    if (preview) {
      text = text + manifests(release) + (notes ? notes(release) : "");
    }
    call.print(format.write(headline + text, ReleaseText.data(release)));
    call.warn(result.warnings());
  }

  private static String manifests(Release release) {
    return "HOOKS:\n" + RecordPart.hooks(release) + "MANIFEST:\n" + release.manifest() + "\n";
  }

  private static String notes(Release release) {
    String notes = release.info().notes().strip();
    return notes.isEmpty() ? "" : "NOTES:\n" + notes + "\n";
  }
}
