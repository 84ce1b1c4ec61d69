package dev.pannier.cli.command;

import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.ReleaseFlags;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;

/** {@code pannier install}. */
final class InstallCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("install", "Install a chart as a new release.")
        .operands("[NAME] CHART", 1, 2, Usage.Completes.FILES)
        .examples(
            "pannier install web charts/web --sandbox ./sandbox",
            "pannier install web charts/web -f values-prod.yaml --set replicas=3",
            "pannier install web charts/web --atomic --timeout 2m -n shop --create-namespace",
            "pannier install -g charts/web --dry-run")
        .group(ValueFlags.GROUP)
        .group(DeployFlags.WAIT)
        .group("If it fails", DeployFlags.ATOMIC)
        .group(ReleaseFlags.GROUP)
        .group(
            "Name and output",
            RenderFlags.GENERATE_NAME,
            RenderFlags.NAME_TEMPLATE,
            ResultFlags.OUTPUT,
            Flag.of("--history-max NUMBER", "how many revisions to keep").unseen(),
            Flag.of("--replace", "take the name of an uninstalled release").unseen())
        .group(RenderFlags.GROUP)
        .group(ChartFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    OutputFormat format = call.format();
    ReleaseNaming naming = ReleaseNaming.of(call);
    naming.requireName(call, "install");
    Releases releases = Clusters.releases(call);
    ChartInput input = ChartInput.read(call, naming.chart());
    String name = naming.orGenerated(call, input.chart().metadata().name(), "");
    RenderRequest render = input.request(call, call.release(name)).build();
    DeployRequest.Builder request = Deployment.request(call, render, "install " + name);
    if (PlanFlags.plans(call.arguments())) {
      return Deployment.plan(call, releases.preview(request.build(), false), input);
    }
    DeployResult result =
        DeployFlags.dryRun(call.arguments())
            ? Deployment.preview(call, releases, request, false)
            : install(call, releases, request);
    call.warn(input.warnings().all());
    Deployment.print(call, format, result, "");
    return ExitCode.DONE;
  }

  private static DeployResult install(Call call, Releases releases, DeployRequest.Builder request) {
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      return releases.install(request.events(progress).build());
    }
  }
}
