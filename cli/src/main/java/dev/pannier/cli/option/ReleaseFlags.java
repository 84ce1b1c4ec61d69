package dev.pannier.cli.option;

/** Flags that install and upgrade share. */
public final class ReleaseFlags {
  /** What is recorded, and what is not done. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Release",
          Flag.of("--create-namespace", "make the namespace where it is not there"),
          Flag.of("-l, --labels LABELS", "labels of the record: `team=web,tier=front`").each(),
          DeployFlags.DESCRIPTION,
          DeployFlags.TAKE_OWNERSHIP,
          DeployFlags.FORCE_CONFLICTS,
          DeployFlags.CLEANUP,
          DeployFlags.NO_HOOKS,
          Flag.of("--skip-crds", "leave the definitions in crds/ alone"),
          Flag.of("--allow-unsafe-crds", "change definitions even where resources may be harmed"),
          Flag.of("--disable-openapi-validation", "do not check manifests by their kinds"),
          PlanFlags.RECREATE,
          DeployFlags.DRY_RUN,
          PlanFlags.PLAN,
          PlanFlags.SHOW_SECRETS,
          Flag.of("--hide-secret", "leave Secrets out of what a dry run prints"),
          Flag.of("--hide-notes", "do not print the chart's notes"),
          DeployFlags.LOCK_WAIT,
          DeployFlags.FORCE,
          Flag.of("--server-side[=HOW]", "apply on the server, which is always done").unseen(),
          Flag.of("--dependency-update", "fetch dependencies first").unseen());

  private ReleaseFlags() {}
}
