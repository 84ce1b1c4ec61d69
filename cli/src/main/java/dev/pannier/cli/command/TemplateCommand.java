package dev.pannier.cli.command;

import dev.pannier.cli.option.ChartFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.RenderResult;
import dev.pannier.engine.release.ReleaseId;

/** {@code pannier template}. */
final class TemplateCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("template", "Print what a chart renders to; no cluster is needed.")
        .operands("[NAME] CHART", 1, 2, Usage.Completes.FILES)
        .examples(
            "pannier template web charts/web",
            "pannier template web charts/web -f values-prod.yaml --set replicas=3",
            "pannier template web charts/web -s templates/deployment.yaml",
            "pannier template web charts/web --output-dir out")
        .group(ValueFlags.GROUP)
        .group(
            "Output",
            Flag.of("-s, --show-only TEMPLATE", "only what this template renders to").each(),
            Flag.of("--output-dir DIR", "write files into a folder instead"),
            Flag.of("--release-name", "the release's name between that folder and the files"),
            Flag.of("--include-crds", "the chart's CRDs too"),
            Flag.of("--skip-crds", "no CRDs, as without it").unseen(),
            Flag.of("--skip-tests", "no test hooks"),
            Flag.of("--no-hooks", "no hooks at all"))
        .group(RenderFlags.GROUP)
        .group(
            "Release",
            RenderFlags.GENERATE_NAME,
            RenderFlags.NAME_TEMPLATE,
            Flag.of("--is-upgrade", "render as for an upgrade"),
            Flag.of("--dry-run[=HOW]", "server: let `lookup` see the cluster").meaning("client"),
            Flag.of("--validate", "check the manifests by the schemas of their kinds"))
        .group(ChartFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    ReleaseNaming naming = ReleaseNaming.of(call);
    ChartInput input = ChartInput.read(call, naming.chart());
    String name = naming.orGenerated(call, input.chart().metadata().name(), "release-name");
    ReleaseId release = call.release(name);
    RenderRequest.Builder request = input.request(call, release);
    if (call.arguments().on("--is-upgrade")) {
      request.revision(1, true);
    }
    if (asksServer(call)) {
      request.cluster(Clusters.cluster(call));
    }
    RenderResult result =
        call.arguments().on("--validate")
            ? call.pannier().validate(request.build())
            : call.pannier().render(request.build());
    Manifests manifests = Manifests.of(result, call.arguments());
    if (call.arguments().has("--output-dir")) {
      call.print(manifests.write(call, name));
    } else {
      call.print(manifests.text());
    }
    call.warn(input.warnings().all());
    call.warn(result.warnings());
    return ExitCode.DONE;
  }

  private static boolean asksServer(Call call) {
    String how =
        call.arguments().word("--dry-run", "client", "client", "server", "none", "true", "false");
    return how.equals("server");
  }
}
