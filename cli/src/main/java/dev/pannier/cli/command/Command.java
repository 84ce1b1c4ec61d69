package dev.pannier.cli.command;

import dev.pannier.cli.option.Usage;
import dev.pannier.cli.output.ExitCode;

/** A verb of the command line. */
interface Command {
  /** How it is called. */
  Usage usage();

  /**
   * Does it.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be done
   */
  ExitCode run(Call call);
}
