package dev.pannier.cli.option;

/** Flags that say where a chart comes from; for now, what keeps Helm's command lines working. */
public final class ChartFlags {
  /** Them all; none is shown before charts come from repositories. */
  public static final FlagGroup GROUP =
      FlagGroup.of(
          "Where the chart comes from",
          Flag.of("--repo URL", "the repository of the chart").unseen(),
          Flag.of("--version RANGE", "the version of the chart").unseen(),
          Flag.of("--devel", "versions that are no releases too").unseen());

  private ChartFlags() {}
}
