package dev.pannier.cli.output;

import dev.pannier.engine.problem.ChartException;

/** The numbers that a command ends with; the only place where they are decided. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  DIFFERENCES(3),
  UNAVAILABLE(4),
  /** A mistake of ours; the number is {@code EX_SOFTWARE} of sysexits.h. */
  BUG(70),
  /** Somebody else holds the release; the number is {@code EX_TEMPFAIL} of sysexits.h. */
  BUSY(75);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The code of a failure. */
  public static ExitCode of(ChartException.Reason reason) {
    return switch (reason) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case UNAVAILABLE -> UNAVAILABLE;
      case BUSY -> BUSY;
    };
  }
}
