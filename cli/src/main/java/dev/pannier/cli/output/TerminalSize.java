package dev.pannier.cli.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How much a terminal shows.
 *
 * @param rows its lines
 * @param columns the characters of a line
 */
record TerminalSize(int rows, int columns) {
  private static final TerminalSize USUAL = new TerminalSize(24, 80);
  private static final long PATIENCE_SECONDS = 1;

  /** As {@code $LINES} and {@code $COLUMNS} say, else as the terminal does. */
  static TerminalSize of(Shell shell) {
    int rows = number(shell.variable("LINES"));
    int columns = number(shell.variable("COLUMNS"));
    if (rows > 0 && columns > 0) {
      return new TerminalSize(rows, columns);
    }
    TerminalSize asked = ask();
    return new TerminalSize(
        rows > 0 ? rows : asked.rows(), columns > 0 ? columns : asked.columns());
  }

  /** Java knows of no terminals; every system that has them has stty. */
  private static TerminalSize ask() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return USUAL;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String[] words =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split(" ");
      if (stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && words.length == 2) {
        int rows = number(words[0]);
        int columns = number(words[1]);
        return rows > 0 && columns > 0 ? new TerminalSize(rows, columns) : USUAL;
      }
    } catch (IOException _) {
      // Without a terminal of its own, the process has no size to ask for either.
      return USUAL;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return USUAL;
  }

  private static int number(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
