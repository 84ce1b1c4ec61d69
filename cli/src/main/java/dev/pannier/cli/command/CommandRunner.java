package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.option.CommandLineReader;
import dev.pannier.cli.option.GlobalFlags;
import dev.pannier.cli.output.BugReport;
import dev.pannier.cli.output.ColorChoice;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Paint;
import dev.pannier.cli.output.ProblemPrinter;
import dev.pannier.cli.output.ProgressStyle;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.util.List;

/** Runs a command line from its words to its exit code. */
public final class CommandRunner {
  private final Shell shell;
  private Paint paint;
  private ProgressStyle style = ProgressStyle.AUTO;

  private CommandRunner(Shell shell) {
    this.shell = shell;
    this.paint = Paint.of(ColorChoice.AUTO.onError(shell));
  }

  /**
   * Runs one command. The only place that tells a user's mistake from a bug of ours, and that knows
   * which of them ends with which code.
   */
  public static ExitCode run(Shell shell, String... args) {
    CommandRunner runner = new CommandRunner(shell);
    try {
      return runner.delivered(runner.dispatch(args));
    } catch (ChartException e) {
      shell.out().flush();
      ProblemPrinter.tell(e.problems(), shell, runner.paint, runner.style);
      if (List.of(args).contains("--debug")) {
        e.printStackTrace(shell.err());
      }
      return ExitCode.of(e.reason());
    } catch (RuntimeException | Error e) {
      shell.out().flush();
      BugReport.print(shell.err(), Version.number(), verb(args), e);
      return ExitCode.BUG;
    } finally {
      shell.out().flush();
      shell.err().flush();
      shell.ending().told();
    }
  }

  /** A result that did not arrive is none. */
  private ExitCode delivered(ExitCode code) {
    if (shell.out().checkError()) {
      throw Problem.error("output.lost", "The output could not be written, or not all of it.")
          .hint("Look whether the disk that it goes to is full.")
          .exception();
    }
    return code;
  }

  /** The verb alone: what follows may hold secrets. */
  private static String verb(String... args) {
    for (String arg : args) {
      if (!arg.startsWith("-")) {
        return arg;
      }
    }
    return "";
  }

  private ExitCode dispatch(String... args) {
    CommandLine line = CommandLine.of(args);
    Command command = Verbs.command(line.verb());
    if (command == null) {
      return group(line);
    }
    Arguments arguments =
        CommandLineReader.read(command.usage(), GlobalFlags.flags(), line.words());
    paint = Paint.of(color(arguments).onError(shell));
    if (arguments.knows("--progress")) {
      style = ProgressStyle.of(arguments.text("--progress"));
    }
    if (arguments.on("--help")) {
      shell.out().print(HelpCommand.screen(line.verb(), command, shell));
      return ExitCode.DONE;
    }
    try (Clusters clusters = new Clusters()) {
      return command.run(new Call(arguments, shell, paint, clusters));
    }
  }

  /** A verb that lacks its second word. */
  private ExitCode group(CommandLine line) {
    boolean asked = line.words().contains("--help") || line.words().contains("-h");
    (asked ? shell.out() : shell.err()).print(MainHelp.ofGroup(line.verb()));
    return asked ? ExitCode.DONE : ExitCode.USAGE;
  }

  private static ColorChoice color(Arguments arguments) {
    return ColorChoice.of(arguments.word("--color", "auto", "auto", "always", "never"));
  }
}
