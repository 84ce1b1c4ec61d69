package dev.pannier.cli.output;

/** Colours a difference in the form of {@code diff -u}. */
public final class DiffText {

  private DiffText() {}

  /** The difference, coloured line by line. */
  public static String of(String diff, Paint paint) {
    if (paint == Paint.PLAIN) {
      return diff;
    }
    StringBuilder out = new StringBuilder();
    for (String line : diff.split("\n")) {
      out.append(line(line, paint)).append('\n');
    }
    return out.toString();
  }

  private static String line(String line, Paint paint) {
    if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      return paint.strong(line);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> paint.good(line);
      case '-' -> paint.bad(line);
      case '@' -> paint.frame(line);
      default -> line;
    };
  }
}
