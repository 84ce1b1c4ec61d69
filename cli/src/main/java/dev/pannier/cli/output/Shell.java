package dev.pannier.cli.output;

import dev.pannier.engine.deploy.Pause;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a command line runs in; commands know no other world.
 *
 * @param in standard input
 * @param out standard output: results only
 * @param err standard error: problems and progress
 * @param variables the environment
 * @param directory what relative paths are relative to
 * @param outIsTerminal whether a person watches standard output
 * @param errIsTerminal whether a person watches standard error
 * @param clock the time, and the zone that it is shown in
 * @param pause how to let time pass
 * @param random what passwords are made of
 * @param ending how a command ends when the process is told to
 */
public record Shell(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path directory,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Clock clock,
    Pause pause,
    RandomGenerator random,
    Ending ending) {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  /** A variable of the environment; empty where it is not set. */
  public String variable(String name) {
    String value = variables.get(name);
    return value == null ? "" : value;
  }

  /** The columns that a line may take. */
  public int width() {
    try {
      return Math.max(LEAST_WIDTH, Integer.parseInt(variable("COLUMNS")));
    } catch (NumberFormatException _) {
      return USUAL_WIDTH;
    }
  }

  /** A path of the command line, seen from the working directory. */
  public Path path(String reference) {
    return directory.resolve(reference);
  }
}
