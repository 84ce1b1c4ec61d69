package dev.pannier.cli.option;

/** Flags of commands that print what is recorded. */
public final class ResultFlags {
  /** Which format. */
  public static final Flag OUTPUT =
      Flag.of("-o, --output FORMAT", "the format: table, json or yaml");

  /** Which revision. */
  public static final Flag REVISION =
      Flag.of("--revision NUMBER", "a certain revision; else the newest");

  private ResultFlags() {}
}
