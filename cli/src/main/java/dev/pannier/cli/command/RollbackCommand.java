package dev.pannier.cli.command;

import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.PlanPrinter;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.Releases;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;

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
            DeployFlags.HISTORY_MAX,
            DeployFlags.DESCRIPTION,
            DeployFlags.NO_HOOKS,
            DeployFlags.DRY_RUN,
            DeployFlags.LOCK_WAIT,
            DeployFlags.FORCE);
  }

  @Override
  public ExitCode run(Call call) {
    ReleaseId id = call.release(call.arguments().operand(0));
    int revision = revision(call);
    Releases releases = Clusters.releases(call);
    releases.records().get(id, revision);
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

  private static void preview(Call call, Releases releases, ReleaseId id, int revision) {
    Release target =
        releases.previewRollback(
            id, revision, Deployment.options(call).build(), new PlanPrinter(call.shell()));
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
    if (call.arguments().operands().size() == 1) {
      return 0;
    }
    String text = call.arguments().operand(1);
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
