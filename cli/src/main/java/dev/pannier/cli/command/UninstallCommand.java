package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.PlanFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.PlanPrinter;
import dev.pannier.cli.output.Progress;
import dev.pannier.engine.Releases;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.release.ReleaseId;

/** {@code pannier uninstall}. */
final class UninstallCommand implements Command {
  private static final String NOT_FOUND = "release.not-found";
  private static final String INTERRUPTED = "deploy.interrupted";

  @Override
  public Usage usage() {
    return Usage.of("uninstall", "Take releases away.")
        .operands("RELEASE...", 1, Usage.MANY, Usage.Completes.RELEASES)
        .examples("pannier uninstall web", "pannier uninstall web --keep-history --wait")
        .group(DeployFlags.WAIT)
        .group(
            "Flags",
            Flag.of("--keep-history", "keep the records: `rollback` brings the release back"),
            Flag.of("--ignore-not-found", "do not fail where there is no such release"),
            Flag.of("--cascade HOW", "what deleted objects own: background, foreground or orphan"),
            DeployFlags.DESCRIPTION,
            DeployFlags.NO_HOOKS,
            DeployFlags.DRY_RUN,
            PlanFlags.PLAN.unseen(),
            DeployFlags.LOCK_WAIT);
  }

  @Override
  public ExitCode run(Call call) {
    DeployOptions options = options(call.arguments());
    Releases releases = Clusters.releases(call);
    Problems problems = new Problems();
    for (String name : call.arguments().operands()) {
      try {
        uninstall(call, releases, call.release(name), options);
      } catch (ChartException e) {
        if (e.reason() != ChartException.Reason.FAILED) {
          throw e;
        }
        problems.addAll(tolerated(call, e));
        if (isInterruption(e)) {
          break;
        }
      }
    }
    problems.throwIfErrors();
    return ExitCode.DONE;
  }

  private static DeployOptions options(Arguments arguments) {
    Cluster.Propagation propagation =
        switch (arguments.word("--cascade", "background", "background", "foreground", "orphan")) {
          case "foreground" -> Cluster.Propagation.FOREGROUND;
          case "orphan" -> Cluster.Propagation.ORPHAN;
          default -> Cluster.Propagation.BACKGROUND;
        };
    return DeployFlags.waiting(arguments)
        .keepHistory(arguments.on("--keep-history"))
        .propagation(propagation)
        .build();
  }

  private static void uninstall(Call call, Releases releases, ReleaseId id, DeployOptions options) {
    releases.records().history(id);
    if (DeployFlags.dryRun(call.arguments()) || PlanFlags.plans(call.arguments())) {
      releases.previewUninstall(
          id, options, new PlanPrinter(call.shell(), call.paint(), id.namespace()));
      call.print("release \"" + id.name() + "\" would be uninstalled\n");
      return;
    }
    call.shell().ending().careful();
    try (Progress progress = call.progress()) {
      releases.uninstall(id, Deployment.holder(call, "uninstall " + id.name()), options, progress);
    }
    call.print("release \"" + id.name() + "\" uninstalled\n");
  }

  private static boolean isInterruption(ChartException failure) {
    return failure.problems().stream().anyMatch(each -> each.code().equals(INTERRUPTED));
  }

  private static Iterable<Problem> tolerated(Call call, ChartException failure) {
    boolean ignored = call.arguments().on("--ignore-not-found");
    return failure.problems().stream()
        .filter(problem -> !ignored || !problem.code().equals(NOT_FOUND))
        .toList();
  }
}
