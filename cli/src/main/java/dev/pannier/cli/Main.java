package dev.pannier.cli;

import java.util.Objects;

/** The {@code pannier} command. */
public final class Main {
  private Main() {}

  /** Runs one command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs one command line.
   *
   * @return the exit code: 0 done, 2 not a command of ours
   */
  static int run(String... args) {
    return switch (String.join(" ", args)) {
      case "version" -> print("pannier " + version());
      case "completion bash" -> print("complete -W 'version completion' pannier");
      case "completion zsh" ->
          print("#compdef pannier\n_values 'command' version 'completion:shell:(bash zsh fish)'");
      case "completion fish" -> print("complete -c pannier -f -a 'version completion'");
      default -> {
        System.err.println("Usage: pannier version | completion bash|zsh|fish");
        yield 2;
      }
    };
  }

  private static int print(String text) {
    System.out.println(text);
    return 0;
  }

  private static String version() {
    // Absent only when run from a folder of classes.
    return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "dev");
  }
}
