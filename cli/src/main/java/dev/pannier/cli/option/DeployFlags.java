package dev.pannier.cli.option;

import dev.pannier.engine.deploy.DeployOptions;
import dev.pannier.engine.problem.ChartException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flags of commands that change a cluster, under Helm 3's names and Helm 4's. */
public final class DeployFlags {
  private static final String FIVE_MINUTES = "5m";

  /** How long to wait for what. */
  public static final FlagGroup WAIT =
      FlagGroup.of(
          "Waiting",
          Flag.of("--wait[=HOW]", "wait until all is ready; HOW: watcher, legacy or hookOnly")
              .meaning("watcher"),
          Flag.of("--wait-for-jobs", "wait for the completion of Jobs too"),
          Flag.of("--timeout DURATION", "how long each wait and each hook may take (default 5m)"),
          Flag.of("--deadline DURATION", "how long all of it may take, undoing aside"),
          Flag.of("--stall DURATION", "give up when nothing has moved for so long"),
          Flag.of(
              "--progress HOW",
              "what is told meanwhile on standard error: tree, lines, json or none"));

  /** Undo what fails. */
  public static final Flag ATOMIC =
      Flag.of("--rollback-on-failure, --atomic", "wait, and undo everything when it fails");

  /** Leave out hooks. */
  public static final Flag NO_HOOKS = Flag.of("--no-hooks", "run no hooks");

  /** Say what happened. */
  public static final Flag DESCRIPTION =
      Flag.of("--description TEXT", "what history shall say happened");

  /** Change nothing. */
  public static final Flag DRY_RUN =
      Flag.of("--dry-run[=HOW]", "change nothing, show what would be; HOW: client or server")
          .meaning("client");

  /** Delete what a failed operation made. */
  public static final Flag CLEANUP =
      Flag.of("--cleanup-on-fail", "delete what a failed operation has made");

  /** Take fields from other tools. */
  public static final Flag FORCE_CONFLICTS =
      Flag.of("--force-conflicts", "take fields that other tools hold");

  /** Take resources from other releases. */
  public static final Flag TAKE_OWNERSHIP =
      Flag.of("--take-ownership", "take over resources of nobody or of other releases");

  /** Delete what holds data. */
  public static final Flag PRUNE_DATA =
      Flag.of("--prune-data", "delete volume claims, namespaces and CRDs too that are not wanted");

  /** How many revisions to keep. */
  public static final Flag HISTORY_MAX =
      Flag.of("--history-max NUMBER", "how many revisions to keep; 0 for all (default 10)");

  /** How long to wait for somebody else. */
  public static final Flag LOCK_WAIT =
      Flag.of("--wait-lock DURATION", "how long to wait for who holds the release (default 0)");

  /** Helm's way to replace objects, which is refused with a better one. */
  public static final Flag FORCE = Flag.of("--force-replace, --force", "replace objects").unseen();

  private DeployFlags() {}

  /**
   * What install and upgrade have in common.
   *
   * @throws ChartException of reason USAGE for what Pannier does not do
   */
  public static DeployOptions.Builder options(Arguments arguments) {
    if (isOn(arguments, "--force")) {
      throw UsageProblem.of(
          "cli.unsupported-flag",
          "`--force` replaces objects as a whole, which Pannier never does.",
          "`--force-conflicts` takes the fields that other tools hold.");
    }
    return waiting(arguments)
        .atomic(isOn(arguments, "--atomic"))
        .cleanupOnFail(isOn(arguments, "--cleanup-on-fail"))
        .forceConflicts(isOn(arguments, "--force-conflicts"))
        .recreate(PlanFlags.recreate(arguments))
        .unsafeCrds(isOn(arguments, "--allow-unsafe-crds"))
        .pruneData(isOn(arguments, "--prune-data"));
  }

  /** A switch that not all of the commands have. */
  private static boolean isOn(Arguments arguments, String name) {
    return arguments.knows(name) && arguments.on(name);
  }

  /** What all commands that change a cluster have in common. */
  public static DeployOptions.Builder waiting(Arguments arguments) {
    String how =
        arguments.word("--wait", "hookOnly", "watcher", "legacy", "hookOnly", "true", "false");
    return DeployOptions.builder()
        .waitForReady(!how.equals("hookOnly") && !how.equals("false"))
        .waitForJobs(arguments.on("--wait-for-jobs"))
        .deadline(length(arguments, "--deadline"))
        .stall(length(arguments, "--stall"))
        .timeout(GoDuration.parse("--timeout", arguments.text("--timeout", FIVE_MINUTES)))
        .lockWait(GoDuration.parse("--wait-lock", arguments.text("--wait-lock", "0")))
        .noHooks(isOn(arguments, "--no-hooks"))
        .description(arguments.knows("--description") ? arguments.text("--description") : "");
  }

  /** A length of time; none where it is not given, or the command has no such flag. */
  private static Duration length(Arguments arguments, String flag) {
    return arguments.knows(flag)
        ? GoDuration.parse(flag, arguments.text(flag, "0"))
        : Duration.ZERO;
  }

  /** Whether nothing shall be changed. */
  public static boolean dryRun(Arguments arguments) {
    return switch (arguments.word(
        "--dry-run", "none", "none", "client", "server", "true", "false")) {
      case "none", "false" -> false;
      default -> true;
    };
  }

  /**
   * Labels: {@code team=web,tier=front}.
   *
   * @param given each use of the flag
   */
  public static Map<String, String> labels(List<String> given) {
    Map<String, String> labels = new TreeMap<>();
    for (String several : given) {
      for (String one : several.split(",", -1)) {
        int equals = one.indexOf('=');
        if (equals < 1) {
          throw UsageProblem.of(
              "cli.flag-value",
              "`--labels` cannot read `" + one + "`.",
              "Write it like `team=web,tier=front`.");
        }
        labels.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    return labels;
  }
}
