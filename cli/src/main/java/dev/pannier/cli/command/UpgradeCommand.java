package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.ReleaseFlags;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.PlanPrinter;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.ReuseMode;

/** {@code pannier upgrade}. */
final class UpgradeCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("upgrade", "Upgrade a release to a chart and values.")
        .operands("RELEASE CHART", 2, 2, Usage.Completes.RELEASE_THEN_FILES)
        .details(
            "Without a flag on earlier values, these are taken again when none are given now, and"
                + " forgotten when any is.")
        .examples(
            "pannier upgrade web charts/web --set image.tag=1.30 --atomic",
            "pannier upgrade web charts/web --reset-then-reuse-values --set replicas=3",
            "pannier upgrade --install web charts/web -f values-prod.yaml")
        .group(ValueFlags.GROUP)
        .group(
            "Values given before",
            Flag.of("--reset-values", "forget them"),
            Flag.of("--reuse-values", "keep them and the defaults of the chart of then"),
            Flag.of("--reset-then-reuse-values", "keep them over the defaults of this chart"))
        .group(DeployFlags.WAIT)
        .group("If it fails", DeployFlags.ATOMIC)
        .group(ReleaseFlags.GROUP)
        .group(
            "More",
            Flag.of("-i, --install", "install the release where there is none"),
            DeployFlags.HISTORY_MAX,
            ResultFlags.OUTPUT)
        .group(RenderFlags.GROUP)
        .group(ChartFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    String name = call.arguments().operand(0);
    Releases releases = Clusters.releases(call);
    ChartInput input = ChartInput.read(call, call.arguments().operand(1));
    RenderRequest render = input.request(call, call.release(name)).build();
    DeployResult result = upgrade(call, releases, render, name);
    boolean preview = DeployFlags.dryRun(call.arguments());
    call.warn(input.warnings().all());
    Deployment.print(call, format, result, preview ? "" : headline(name, result));
    return ExitCode.DONE;
  }

  private static DeployResult upgrade(
      Call call, Releases releases, RenderRequest render, String name) {
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      DeployRequest.Builder request =
          Deployment.request(call, render, "upgrade " + name)
              .reuse(reuse(call.arguments()))
              .install(call.arguments().on("--install"))
              .events(progress);
      return DeployFlags.dryRun(call.arguments())
          ? releases.preview(request.events(new PlanPrinter(call.shell())).build(), true)
          : releases.upgrade(request.build());
    }
  }

  private static String headline(String name, DeployResult result) {
    if (result.installed()) {
      return result.release().revision() == 1
          ? "Release \"" + name + "\" does not exist. Installing it now.\n"
          : "Release \"" + name + "\" never came about before. It is installed now.\n";
    }
    return "Release \"" + name + "\" has been upgraded.\n";
  }

  private static ReuseMode reuse(Arguments arguments) {
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
}
