package dev.pannier.cli.command;

import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.ReleaseFlags;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;

/** {@code pannier upgrade}. */
final class UpgradeCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("upgrade", "Upgrade a release to a chart and values.")
        .operands("RELEASE CHART", 0, 2, Usage.Completes.RELEASE_THEN_FILES)
        .details(
            "Without a flag on earlier values, these are taken again when none are given now, and"
                + " forgotten when any is.")
        .examples(
            "pannier upgrade web charts/web --set image.tag=1.30 --atomic",
            "pannier upgrade web charts/web --reset-then-reuse-values --set replicas=3",
            "pannier upgrade --install web charts/web -f values-prod.yaml")
        .group(ValueFlags.GROUP)
        .group(PlanFlags.EARLIER_VALUES)
        .group(DeployFlags.WAIT)
        .group("If it fails", DeployFlags.ATOMIC)
        .group(ReleaseFlags.GROUP)
        .group(
            "More",
            Flag.of("-i, --install", "install the release where there is none"),
            PlanFlags.PLAN_FILE,
            DeployFlags.HISTORY_MAX,
            ResultFlags.OUTPUT)
        .group(RenderFlags.GROUP)
        .group(ChartFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    if (call.arguments().has("--plan-file")) {
      return PlanFileUpgrade.run(call);
    }
    if (call.arguments().operands().size() != 2) {
      throw UsageProblem.of(
          "cli.missing-operand",
          "`pannier upgrade` takes a release and a chart.",
          "Call it like `pannier upgrade RELEASE CHART`, or with `--plan-file`.");
    }
    OutputFormat format = call.format();
    String name = call.arguments().operand(0);
    Releases releases = Clusters.releases(call);
    ChartInput input = ChartInput.read(call, call.arguments().operand(1));
    RenderRequest render = input.request(call, call.release(name)).build();
    DeployRequest.Builder request =
        Deployment.request(call, render, "upgrade " + name)
            .reuse(Deployment.reuse(call.arguments()))
            .install(call.arguments().on("--install"));
    if (PlanFlags.plans(call.arguments())) {
      return Deployment.plan(call, releases.preview(request.build(), true), input);
    }
    DeployResult result =
        DeployFlags.dryRun(call.arguments())
            ? Deployment.preview(call, releases, request, true)
            : upgrade(call, releases, request);
    boolean preview = DeployFlags.dryRun(call.arguments());
    call.warn(input.warnings().all());
    Deployment.print(call, format, result, preview ? "" : headline(name, result));
    return ExitCode.DONE;
  }

  private static DeployResult upgrade(Call call, Releases releases, DeployRequest.Builder request) {
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      return releases.upgrade(request.events(progress).build());
    }
  }

  static String headline(String name, DeployResult result) {
    if (result.installed()) {
      return result.release().revision() == 1
          ? "Release \"" + name + "\" does not exist. Installing it now.\n"
          : "Release \"" + name + "\" never came about before. It is installed now.\n";
    }
    return "Release \"" + name + "\" has been upgraded.\n";
  }
}
