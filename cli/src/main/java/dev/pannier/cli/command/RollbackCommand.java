package dev.pannier.cli.command;

import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.ResultFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.PlanPrinter;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.deploy.Plan;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import java.util.ArrayList;
import java.util.List;

/** {@code pannier rollback}. */
final class RollbackCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("rollback", "Bring a release back to the content of an earlier revision.")
        .operands("RELEASE [REVISION]", 1, 2, Usage.Completes.RELEASES)
        .details("Without a REVISION, to the last good one before the current one.")
        .examples("pannier rollback web", "pannier rollback web 1 --wait")
        .group(DeployFlags.WAIT)
        .group(
            "Flags",
            DeployFlags.ATOMIC.unseen(),
            DeployFlags.CLEANUP,
            DeployFlags.FORCE_CONFLICTS,
            DeployFlags.PRUNE_DATA,
            DeployFlags.HISTORY_MAX,
            DeployFlags.DESCRIPTION,
            DeployFlags.NO_HOOKS,
            PlanFlags.RECREATE,
            DeployFlags.DRY_RUN,
            PlanFlags.PLAN,
            PlanFlags.SHOW_SECRETS,
            ResultFlags.OUTPUT,
            DeployFlags.LOCK_WAIT,
            DeployFlags.FORCE);
  }

  @Override
  public ExitCode run(Call call) {
    ReleaseId id = call.release(call.arguments().operand(0));
    int revision = revision(call);
    Releases releases = Clusters.releases(call);
    releases.records().get(id, revision);
    if (PlanFlags.plans(call.arguments())) {
      return plan(call, releases, id, revision, Deployment.options(call).build());
    }
    if (DeployFlags.dryRun(call.arguments())) {
      preview(call, releases, id, revision);
      return ExitCode.DONE;
    }
    Release release = rollback(call, releases, id, revision);
    call.print(
        "Release \""
            + id.name()
            + "\" was rolled back: revision "
            + release.revision()
            + " has"
            + " the content of revision "
            + release.info().rollbackRevision()
            + ".\n");
    return ExitCode.DONE;
  }

  /** Prints what a rollback would change. */
  static ExitCode plan(
      Call call, Releases releases, ReleaseId id, int revision, DeployOptions options) {
    List<Plan> plans = new ArrayList<>();
    Release target =
        releases.previewRollback(
            id,
            revision,
            options,
            event -> {
              if (event instanceof DeployEvent.Planned planned) {
                plans.add(planned.plan());
              }
            });
    String headline =
        "Rollback of release `"
            + id.name()
            + "` in namespace `"
            + id.namespace()
            + "` to the content of revision "
            + target.revision();
    return PlanOutput.print(
        call,
        id,
        headline,
        plans.getFirst(),
        options.noHooks()
            ? List.of()
            : Deployment.hooks(target, Hook.Event.PRE_ROLLBACK, Hook.Event.POST_ROLLBACK));
  }

  private static void preview(Call call, Releases releases, ReleaseId id, int revision) {
    Release target =
        releases.previewRollback(
            id,
            revision,
            Deployment.options(call).build(),
            new PlanPrinter(call.shell(), call.paint(), id.namespace()));
    call.print(
        "Release \""
            + id.name()
            + "\" would be rolled back to the content of revision "
            + target.revision()
            + ".\n");
  }

  private static Release rollback(Call call, Releases releases, ReleaseId id, int revision) {
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      return releases.rollback(
          id,
          revision,
          Deployment.holder(call, "rollback " + id.name()),
          Deployment.options(call).build(),
          progress);
    }
  }

  private static int revision(Call call) {
    return call.arguments().operands().size() == 1
        ? 0
        : revision(call, call.arguments().operand(1));
  }

  /** A revision as the command line names it. */
  static int revision(Call call, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException _) {
      throw UsageProblem.of(
          "cli.operand-value",
          "`" + text + "` is no revision.",
          "`pannier history " + call.arguments().operand(0) + "` lists them.");
    }
  }
}
