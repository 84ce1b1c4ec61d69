package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.PlanPrinter;
import dev.pannier.cli.output.ReleaseText;
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.Preview;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.ReuseMode;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.RecordedHook;
import dev.pannier.engine.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** What an upgrade does with values given before. */
  static ReuseMode reuse(Arguments arguments) {
    boolean reset = arguments.on("--reset-values");
    boolean reuse = arguments.on("--reuse-values");
    boolean both = arguments.on("--reset-then-reuse-values");
    if ((reset ? 1 : 0) + (reuse ? 1 : 0) + (both ? 1 : 0) > 1) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "More than one flag says what to do with earlier values.",
          "Give one of `--reset-values`, `--reuse-values`, `--reset-then-reuse-values`.");
    }
    if (reset) {
      return ReuseMode.RESET;
    }
    if (reuse) {
      return ReuseMode.REUSE;
    }
    return both ? ReuseMode.RESET_THEN_REUSE : ReuseMode.AUTOMATIC;
  }

  /** Finds out what a request would come to, and tells the plan on standard error. */
  static DeployResult preview(
      Call call, Releases releases, DeployRequest.Builder request, boolean upgrade) {
    DeployRequest asked =
        request.events(new PlanPrinter(call.shell(), call.paint(), call.namespace())).build();
    return PlanFlags.isOffline(call.arguments())
        ? releases.previewOffline(asked, upgrade).result()
        : releases.preview(asked, upgrade).result();
  }

  /** Prints a plan as the result of a command. */
  static ExitCode plan(Call call, Preview preview, ChartInput input) {
    Release release = preview.result().release();
    boolean install = preview.result().installed();
    String headline =
        (install ? "Install" : "Upgrade")
            + " of release `"
            + release.name()
            + "` in namespace `"
            + release.namespace()
            + "`, to revision "
            + release.revision();
    call.warn(input.warnings().all());
    call.warn(preview.result().warnings());
    return PlanOutput.print(
        call,
        release.id(),
        headline,
        preview.plan(),
        call.arguments().on("--no-hooks")
            ? List.of()
            : hooks(
                release,
                install ? Hook.Event.PRE_INSTALL : Hook.Event.PRE_UPGRADE,
                install ? Hook.Event.POST_INSTALL : Hook.Event.POST_UPGRADE));
  }

  /** The hooks of events, as plans name them. */
  static List<String> hooks(Release release, Hook.Event... events) {
    List<String> named = new ArrayList<>();
    for (Hook.Event event : events) {
      release.hooks().stream()
          .map(RecordedHook::hook)
          .filter(hook -> hook.events().contains(event))
          .sorted(Comparator.comparingInt(Hook::weight))
          .forEach(hook -> named.add(event.word() + " " + hook.resource().id()));
    }
    return named;
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
