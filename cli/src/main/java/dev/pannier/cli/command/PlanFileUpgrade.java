package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.DeployResult;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.SavedPlan;
import dev.pannier.engine.deploy.SavedPlanFile;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@code pannier upgrade --plan-file}: what was planned, and nothing else. */
final class PlanFileUpgrade {
  private PlanFileUpgrade() {}

  static ExitCode run(Call call) {
    OutputFormat format = call.format();
    SavedPlan plan = read(call, call.arguments().text("--plan-file"));
    List<String> operands = call.arguments().operands();
    boolean other =
        operands.size() > 1
            || operands.size() == 1 && !operands.getFirst().equals(plan.id().name().value());
    if (other) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "The plan is for release `" + plan.id().name() + "`, and holds its chart and values.",
          "Name no other release with `--plan-file`, and no chart.");
    }
    Releases releases = Clusters.releases(call);
    call.shell().ending().careful();
    DeployResult result = carryOut(call, releases, plan);
    Deployment.print(
        call, format, result, UpgradeCommand.headline(plan.id().name().value(), result));
    return ExitCode.DONE;
  }

  private static SavedPlan read(Call call, String file) {
    try {
      return SavedPlanFile.read(new Source(file, Files.readString(call.shell().path(file))));
    } catch (IOException e) {
      throw Problem.error(
              "deploy.no-plan", "`" + file + "` cannot be read: " + DiskReason.of(e) + ".")
          .hint("`pannier plan RELEASE CHART --save FILE` makes one.")
          .exception(e);
    }
  }

  private static DeployResult carryOut(Call call, Releases releases, SavedPlan plan) {
    try (Progress progress = call.progress()) {
      return releases.carryOut(
          plan,
          Deployment.holder(call, "upgrade " + plan.id().name()),
          Deployment.options(call),
          progress);
    }
  }
}
