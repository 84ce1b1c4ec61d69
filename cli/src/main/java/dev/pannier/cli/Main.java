package dev.pannier.cli;

import dev.pannier.cli.command.CommandRunner;
import dev.pannier.cli.output.Ending;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.PipeOutput;
import dev.pannier.cli.output.Shell;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The {@code pannier} command. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs one command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    ExitCode code = run(shell(out, err), args);
    // Not where nothing went wrong: exiting searches every jar for a logger to tell of it.
    if (code != ExitCode.DONE) {
      System.exit(code.number());
    }
  }

  /**
   * Runs one command line on the streams of the JVM.
   *
   * @return the exit code
   */
  static int run(String... args) {
    return run(shell(System.out, System.err), args).number();
  }

  /** Runs one command line. */
  static ExitCode run(Shell shell, String... args) {
    return CommandRunner.run(shell, args);
  }

  private static Shell shell(PrintStream out, PrintStream err) {
    return new Shell(
        System.in,
        out,
        err,
        System.getenv(),
        Path.of(""),
        isTerminal('1'),
        isTerminal('2'),
        new LocalClock(),
        Thread::sleep,
        new SecretRandom(),
        new Ending());
  }

  /**
   * Whether a stream is a terminal. The launcher knows it for nothing and hands it in; Java itself
   * can only tell of both streams together.
   */
  private static boolean isTerminal(char stream) {
    String known = System.getProperty("pannier.terminals");
    if (known != null) {
      return known.indexOf(stream) >= 0;
    }
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(
        new BufferedOutputStream(new PipeOutput(stream), BUFFER), false, StandardCharsets.UTF_8);
  }
}
