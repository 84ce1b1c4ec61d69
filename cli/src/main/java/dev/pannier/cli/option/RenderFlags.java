package dev.pannier.cli.option;

import dev.pannier.engine.chart.Semver;

/** Flags of commands that render a chart. */
public final class RenderFlags {
  /** What templates are told of the cluster, and what is not checked. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Rendering",
          Flag.of(
              "--kube-version VERSION",
              "the Kubernetes that templates see and manifests are for (default v1.36.0)"),
          Flag.of("-a, --api-versions API", "an API version that templates see too").each(),
          Flag.of("--schema-location WHERE", "schemas of custom kinds: a file, folder or URL")
              .each(),
          Flag.of("--skip-schema-validation", "do not check values by values.schema.json"));

  /** How a release gets its name where none is given. */
  public static final Flag GENERATE_NAME =
      Flag.of("-g, --generate-name", "name the release after the chart and the time");

  /** How a release's name is made. */
  public static final Flag NAME_TEMPLATE =
      Flag.of("--name-template TEMPLATE", "name it by a template: `web-{{lower (randAlpha 6)}}`");

  private RenderFlags() {}

  /**
   * The version of Kubernetes that a command line names, as clusters tell it; empty where it names
   * none.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when it is no version
   */
  public static String kubeVersion(Arguments arguments) {
    String version = arguments.knows("--kube-version") ? arguments.text("--kube-version") : "";
    if (version.isEmpty()) {
      return "";
    }
    if (Semver.loose(version).isEmpty()) {
      throw UsageProblem.of(
          "cli.flag-value",
          "`--kube-version` cannot read `" + version + "`.",
          "Write it like `1.29` or `v1.29.3`.");
    }
    return version.startsWith("v") ? version : "v" + version;
  }
}
