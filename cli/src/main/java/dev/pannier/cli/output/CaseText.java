package dev.pannier.cli.output;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.FieldDifference;
import dev.pannier.engine.unit.TestCase;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the cases of charts, for people: a line for each, and failures below. */
public final class CaseText {
  private static final int MOST_DIFFERENCES = 20;
  private static final int MOST_DOCUMENTS = 3;
  private static final int WIDEST_NAME = 60;

  private final Shell shell;
  private final PrintStream out;
  private final Paint paint;
  private int names;

  /**
   * Prints to standard output.
   *
   * @param paint colours, where standard output is to have them
   */
  public CaseText(Shell shell, Paint paint) {
    this.shell = shell;
    this.out = shell.out();
    this.paint = paint;
  }

  /** The chart, and its cases that follow. */
  public void chart(String name, List<TestCase> cases) {
    names = 0;
    for (TestCase each : cases) {
      names = Math.max(names, Math.min(WIDEST_NAME, VisibleText.width(each.name())));
    }
    out.print(paint.strong(VisibleText.of(name)) + "\n");
  }

  /** A case. */
  public void line(CaseResult result) {
    String name = VisibleText.of(result.testCase().name());
    String remark =
        result.written().isPresent()
            ? "  wrote " + shown(result.written().get().toString())
            : result.passed() && result.expectsNothing()
                ? "  renders; nothing else is expected"
                : "";
    String word = result.passed() ? paint.good("ok    ") : paint.error("FAILED");
    int gap = Math.max(0, names - VisibleText.width(name)) + 2;
    out.print("  " + word + "  " + name + " ".repeat(gap) + paint.faint(time(result.time())));
    out.print(paint.faint(remark) + "\n");
    out.flush();
  }

  /** {@code 12ms}, {@code 1.3s}. */
  static String time(Duration time) {
    long millis = time.toMillis();
    return millis < 1000 ? millis + "ms" : millis / 1000 + "." + millis % 1000 / 100 + "s";
  }

  /** What is not as expected. */
  public void failures(Map<String, List<CaseResult>> results) {
    results.forEach((chart, cases) -> {
      for (CaseResult result : cases) {
        if (!result.passed() || !result.warnings().isEmpty()) {
          out.print("\n" + paint.strong(VisibleText.of(chart + ": " + result.testCase().name())));
          out.print("\n\n");
          details(result);
        }
      }
    });
  }

  private void details(CaseResult result) {
    Map<String, List<FieldDifference>> same = new LinkedHashMap<>();
    for (FieldDifference difference : result.differences()) {
      same.computeIfAbsent(difference.path() + "\n" + difference.told(), _ -> new ArrayList<>())
          .add(difference);
    }
    int shown = 0;
    String documents = "";
    for (List<FieldDifference> group : same.values()) {
      if (shown++ < MOST_DIFFERENCES) {
        String now = documents(group);
        if (!now.equals(documents)) {
          out.print("  " + paint.strong(VisibleText.of(now)) + "\n");
          documents = now;
        }
        difference(group.getFirst());
      }
    }
    if (shown > MOST_DIFFERENCES) {
      out.print("  and " + (shown - MOST_DIFFERENCES) + " further differences\n");
    }
    List<Problem> problems = new ArrayList<>(result.problems());
    problems.addAll(result.warnings());
    if (shown > 0 && !problems.isEmpty()) {
      out.print("\n");
    }
    new ProblemPrinter(shell, out, paint).printEach(problems);
  }

  private static String documents(List<FieldDifference> same) {
    List<String> names = new ArrayList<>();
    for (FieldDifference difference : same) {
      if (!names.contains(difference.document())) {
        names.add(difference.document());
      }
    }
    int more = names.size() - MOST_DOCUMENTS;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_DOCUMENTS)) + " and " + more + " more";
  }

  private void difference(FieldDifference difference) {
    String path = difference.path().isEmpty() ? "the whole document" : difference.path();
    out.print("    " + VisibleText.of(path + ": " + difference.told()) + "\n");
    place("expected in", difference.expectedAt());
    place("written in ", difference.writtenAt());
    difference.setAt().forEach(value -> place("set in     ", value));
  }

  private void place(String what, Location place) {
    if (place.isKnown()) {
      out.print("      " + paint.faint(what) + " " + shown(place.toString()) + "\n");
    }
  }

  private String shown(String name) {
    return VisibleText.of(DisplayPath.of(name, shell.directory()));
  }

  /** How many there were. */
  public void summary(Map<String, List<CaseResult>> results) {
    int all = 0;
    int failed = 0;
    int written = 0;
    Duration time = Duration.ZERO;
    for (List<CaseResult> cases : results.values()) {
      for (CaseResult result : cases) {
        all++;
        failed += result.passed() ? 0 : 1;
        written += result.written().isPresent() ? 1 : 0;
        time = time.plus(result.time());
      }
    }
    if (all == 0) {
      return;
    }
    String told = all + (all == 1 ? " case, " : " cases, ");
    String verdict = failed == 0 ? paint.good("all passed") : paint.error(failed + " failed");
    String updated = written == 0 ? "" : ", " + written + " written";
    out.print("\n" + told + verdict + updated + " (" + time(time) + ")\n");
  }
}
