package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.JsonStyle;
import dev.pannier.engine.yaml.JsonWriter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows problems with the lines that they point to. */
public final class ProblemPrinter {
  private final PrintStream out;
  private final Path directory;
  private final int width;
  private final Paint paint;

  /**
   * Prints to standard error.
   *
   * @param paint colours, where standard error is to have them
   */
  public ProblemPrinter(Shell shell, Paint paint) {
    this(shell, shell.err(), paint);
  }

  /** Prints to either stream of a shell. */
  public ProblemPrinter(Shell shell, PrintStream out, Paint paint) {
    this.out = out;
    this.directory = shell.directory();
    this.width = shell.width();
    this.paint = paint;
  }

  /** Tells problems on standard error, as what is told there already is. */
  public static void tell(List<Problem> problems, Shell shell, Paint paint, ProgressStyle style) {
    if (style == ProgressStyle.JSON) {
      for (Problem problem : problems) {
        String line = JsonWriter.write(ProblemData.event(problem), JsonStyle.COMPACT);
        shell.err().print(line + "\n");
      }
      shell.err().flush();
    } else {
      new ProblemPrinter(shell, paint).print(problems);
    }
  }

  /** Each problem, a blank line between them, and where there are several, how many of each. */
  public void print(List<Problem> problems) {
    printEach(problems);
    String count = count(problems);
    if (!count.isEmpty()) {
      out.print("\n" + paint.strong(count) + "\n");
    }
    out.flush();
  }

  /** Each problem, a blank line between them. */
  public void printEach(List<Problem> problems) {
    String gap = "";
    for (Problem problem : problems) {
      out.print(gap);
      print(problem);
      gap = "\n";
    }
  }

  private void print(Problem problem) {
    List<String> message = lines(problem.message());
    String title = title(problem) + "[" + problem.code() + "]";
    out.print(paint.of(problem.severity(), title) + paint.strong(": " + message.getFirst()) + "\n");
    for (String line : message.subList(1, message.size())) {
      out.print("  " + line + "\n");
    }
    Location location = problem.location();
    int digits = location.line() == 0 ? 1 : Integer.toString(location.line()).length();
    if (location.isKnown()) {
      place(location, digits);
    }
    for (Note note : problem.notes()) {
      aside(digits, note(note));
    }
    if (!problem.hint().isEmpty()) {
      aside(digits, paint.info("help") + ": " + hint(problem.hint(), digits));
    }
  }

  private void place(Location location, int digits) {
    out.print(" ".repeat(digits) + paint.frame("--> ") + shown(location) + "\n");
    if (location.line() == 0 || location.lineText().isBlank()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(location, width - digits - 3);
    String empty = " ".repeat(digits) + paint.frame(" |");
    out.print(empty + "\n");
    out.print(paint.frame(location.line() + " |") + " " + excerpt.line() + "\n");
    if (excerpt.caret() != Excerpt.NONE) {
      out.print(empty + " ".repeat(excerpt.caret() + 1) + paint.error("^") + "\n");
    }
  }

  private void aside(int digits, String text) {
    out.print(" ".repeat(digits + 1) + paint.frame("=") + " " + text + "\n");
  }

  private String note(Note note) {
    String text = VisibleText.of(note.message());
    return note.location().isKnown() ? shown(note.location()) + ": " + text : text;
  }

  private static String hint(String hint, int digits) {
    return String.join("\n" + " ".repeat(digits + 3), lines(hint));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r?\n")) {
      lines.add(VisibleText.of(line));
    }
    return lines;
  }

  private static String title(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }

  private String shown(Location location) {
    String name = location.source().name();
    if (name.startsWith("-")) {
      // A flag is a line of its own: line and column would only be taken for a part of it.
      return VisibleText.of(name);
    }
    String nearer = DisplayPath.of(name, directory);
    return VisibleText.of(nearer + location.toString().substring(name.length()));
  }

  /** How many there are of each, where there are several; remarks do not count. */
  private static String count(List<Problem> problems) {
    int errors = 0;
    int warnings = 0;
    for (Problem problem : problems) {
      switch (problem.severity()) {
        case ERROR -> errors++;
        case WARNING -> warnings++;
        case INFO -> {}
      }
    }
    if (errors + warnings < 2) {
      return "";
    }
    String both = errors > 0 && warnings > 0 ? ", " : "";
    return counted(errors, "error") + both + counted(warnings, "warning") + ".";
  }

  private static String counted(int count, String noun) {
    return count == 0 ? "" : count + " " + noun + (count == 1 ? "" : "s");
  }
}
