package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.RecoveryResult;
import dev.pannier.engine.deploy.RecoveryWay;
import dev.pannier.engine.release.ReleaseId;
import java.util.EnumSet;
import java.util.Set;

/** {@code pannier recover}. */
final class RecoverCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("recover", "Bring an operation that broke off to an end.")
        .operands("RELEASE", 1, 1, Usage.Completes.RELEASES)
        .details(
            "Every command that changes a release does this first; `recover` does nothing else."
                + " Without a flag, what was atomic is undone, what was nearly done is finished,"
                + " and any other operation counts as failed.")
        .examples("pannier recover web", "pannier recover web --rollback --wait")
        .group(
            "Which way",
            Flag.of("--forward", "finish it: the revision comes about as it was begun"),
            Flag.of("--rollback", "undo it: the last good revision comes back"),
            Flag.of("--take-over", "mark what another tool left pending as failed"))
        .group(DeployFlags.WAIT)
        .group(
            "Flags",
            DeployFlags.FORCE_CONFLICTS,
            DeployFlags.NO_HOOKS,
            DeployFlags.HISTORY_MAX,
            DeployFlags.LOCK_WAIT);
  }

  @Override
  public ExitCode run(Call call) {
    ReleaseId id = call.release(call.arguments().operand(0));
    RecoveryWay way = way(call.arguments());
    Releases releases = Clusters.releases(call);
    releases.records().history(id);
    call.shell().ending().careful();
    RecoveryResult result;
    try (Progress progress = call.progress()) {
      result =
          releases.recover(
              id,
              way,
              Deployment.holder(call, "recover " + id.name()),
              Deployment.options(call).build(),
              progress);
    }
    call.print(text(id, result));
    return ExitCode.DONE;
  }

  private static String text(ReleaseId id, RecoveryResult result) {
    String release = "Release \"" + id.name() + "\"";
    if (!result.worked()) {
      return release + " needs no recovery: nothing has broken off.\n";
    }
    return result
        .latest()
        .map(each ->
            release
                + " has been recovered: revision "
                + each.revision()
                + " is "
                + each.status().word()
                + ".\n")
        .orElse(release + " has been recovered: it is gone, with all that it had made.\n");
  }

  private static RecoveryWay way(Arguments arguments) {
    Set<RecoveryWay> ways = EnumSet.noneOf(RecoveryWay.class);
    if (arguments.on("--forward")) {
      ways.add(RecoveryWay.FORWARD);
    }
    if (arguments.on("--rollback")) {
      ways.add(RecoveryWay.BACK);
    }
    if (arguments.on("--take-over")) {
      ways.add(RecoveryWay.TAKE_OVER);
    }
    if (ways.size() > 1) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "More than one flag says which way to recover.",
          "Give one of `--forward`, `--rollback`, `--take-over`.");
    }
    return ways.isEmpty() ? RecoveryWay.AS_BEGUN : ways.iterator().next();
  }
}
