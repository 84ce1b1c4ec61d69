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
import dev.pannier.engine.DeployRequest;
import dev.pannier.engine.Preview;
import dev.pannier.engine.Releases;
import dev.pannier.engine.RenderRequest;
import dev.pannier.engine.deploy.SavedPlanFile;
import dev.pannier.engine.release.ReleaseId;
import java.util.List;

/** {@code pannier plan}, also called {@code diff}, with what helm-diff's users type after it. */
final class PlanCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("plan", "Show what an upgrade or an install would change.")
        .operands("RELEASE CHART", 2, 4, Usage.Completes.RELEASE_THEN_FILES)
        .details(
            "Changes nothing. The cluster itself is asked, by dry runs; what somebody changed since"
                + " the last release is shown apart. The exit code is 3 where anything would"
                + " change, 0 where nothing would. `pannier diff revision RELEASE 1 2` compares two"
                + " recorded revisions, `pannier diff rollback RELEASE 1` shows what a rollback"
                + " would change.")
        .examples(
            "pannier plan web charts/web --set image.tag=1.30",
            "pannier plan web charts/web --save web.plan",
            "pannier upgrade --plan-file web.plan --atomic",
            "pannier diff revision web 1 2")
        .group(ValueFlags.GROUP)
        .group(PlanFlags.EARLIER_VALUES)
        .group(
            "Plan",
            PlanFlags.SAVE,
            PlanFlags.SHOW_SECRETS,
            ResultFlags.OUTPUT,
            Flag.of("--detailed-exitcode", "exit with 3 where anything would change").unseen(),
            Flag.of("-i, --install, --allow-unreleased", "plan an install too").unseen())
        .group(ReleaseFlags.GROUP)
        .group(RenderFlags.GROUP)
        .group(ChartFlags.GROUP)
        .group(DeployFlags.WAIT.unseen())
        .group("If it fails", DeployFlags.ATOMIC.unseen(), DeployFlags.HISTORY_MAX.unseen());
  }

  @Override
  public ExitCode run(Call call) {
    List<String> operands = call.arguments().operands();
    if (operands.size() == 2) {
      return upgrade(call, operands.get(0), operands.get(1));
    }
    ReleaseId release = call.release(operands.get(1));
    return switch (operands.getFirst()) {
      case "upgrade", "release" -> upgrade(call, operands.get(1), operands.get(2));
      case "revision" -> revisions(call, release);
      case "rollback" ->
          RollbackCommand.plan(
              call,
              Clusters.releases(call),
              release,
              RollbackCommand.revision(call, operands.get(2)),
              Deployment.options(call).build());
      default ->
          throw UsageProblem.of(
              "cli.operand-value",
              "`" + operands.getFirst() + "` is nothing that can be planned.",
              "Call it like `pannier plan RELEASE CHART`, or with `revision` or `rollback` before"
                  + " the release.");
    };
  }

  private static ExitCode upgrade(Call call, String name, String chart) {
    Releases releases = Clusters.releases(call);
    ChartInput input = ChartInput.read(call, chart);
    RenderRequest render = input.request(call, call.release(name)).build();
    DeployRequest request =
        Deployment.request(call, render, "plan " + name)
            .reuse(Deployment.reuse(call.arguments()))
            .install(true)
            .build();
    Preview preview =
        PlanFlags.isOffline(call.arguments())
            ? releases.previewOffline(request, true)
            : releases.preview(request, true);
    String file = call.arguments().text("--save");
    if (!file.isEmpty()) {
      call.writeSecret(file, SavedPlanFile.write(preview.saved()));
    }
    return Deployment.plan(call, preview, input);
  }

  private static ExitCode revisions(Call call, ReleaseId release) {
    List<String> operands = call.arguments().operands();
    int before = RollbackCommand.revision(call, operands.get(2));
    int after = operands.size() > 3 ? RollbackCommand.revision(call, operands.get(3)) : 0;
    return PlanOutput.print(
        call,
        release,
        "Release `"
            + release.name()
            + "`, from revision "
            + before
            + " to "
            + (after == 0 ? "the newest" : "revision " + after),
        Clusters.releases(call).difference(release, before, after),
        List.of());
  }
}
