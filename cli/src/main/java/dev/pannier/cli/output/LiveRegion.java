package dev.pannier.cli.output;

import java.io.PrintStream;
import java.util.List;

/**
 * Lines at the end of a terminal that are written over and over. Each picture goes out in one
 * piece, with line wrapping off, so that nothing flickers and a terminal that was made narrower
 * shows no rubbish; the cursor stays behind the last line, so that nothing needs restoring.
 */
final class LiveRegion {
  private static final String ESCAPE = (char) 0x1b + "[";
  private static final String WRAP_OFF = ESCAPE + "?7l";
  private static final String WRAP_ON = ESCAPE + "?7h";
  private static final String CLEAR_LINE = ESCAPE + "K";
  private static final String CLEAR_BELOW = ESCAPE + "J";

  private final PrintStream out;
  private int rows;

  LiveRegion(PrintStream out) {
    this.out = out;
  }

  /** Shows lines, each no wider than the terminal, in the place of those before. */
  void draw(List<String> lines) {
    StringBuilder picture = new StringBuilder(WRAP_OFF).append(home());
    String gap = "";
    for (String line : lines) {
      picture.append(gap).append(line).append(CLEAR_LINE);
      gap = "\r\n";
    }
    out.print(picture.append(CLEAR_BELOW).append(WRAP_ON));
    rows = lines.size();
  }

  /** Takes the lines away; what is written next stands in their place. */
  void clear() {
    if (rows > 0) {
      out.print(home() + CLEAR_BELOW);
      rows = 0;
    }
  }

  private String home() {
    return rows > 1 ? "\r" + ESCAPE + (rows - 1) + "A" : "\r";
  }
}
