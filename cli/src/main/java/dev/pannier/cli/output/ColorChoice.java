package dev.pannier.cli.output;

/** When output is coloured: {@code --color}, and the variables that most programs follow. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** The choice that a word names; empty is AUTO. */
  public static ColorChoice of(String word) {
    return switch (word) {
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default -> AUTO;
    };
  }

  /** Whether to colour standard output. */
  public boolean onOutput(Shell shell) {
    return decide(shell, shell.outIsTerminal());
  }

  /**
   * Whether to colour standard error.
   *
   * <p>A flag beats the variables. Of those, NO_COLOR (no-color.org) beats CLICOLOR_FORCE
   * (bixense.com/clicolors), which beats what the terminal is.
   */
  public boolean onError(Shell shell) {
    return decide(shell, shell.errIsTerminal());
  }

  private boolean decide(Shell shell, boolean terminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!shell.variable("NO_COLOR").isEmpty()) {
          yield false;
        }
        String force = shell.variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
          yield true;
        }
        yield terminal && !shell.variable("TERM").equals("dumb");
      }
    };
  }
}
