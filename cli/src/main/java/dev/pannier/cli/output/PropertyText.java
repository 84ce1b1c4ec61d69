package dev.pannier.cli.output;

import dev.pannier.engine.unit.property.Counterexample;
import dev.pannier.engine.unit.property.PropertyReport;
import java.io.PrintStream;

/** What came of values drawn from a chart's schema, for people. */
public final class PropertyText {
  private final Shell shell;
  private final PrintStream out;
  private final Paint paint;

  /**
   * Prints to standard output.
   *
   * @param paint colours, where standard output is to have them
   */
  public PropertyText(Shell shell, Paint paint) {
    this.shell = shell;
    this.out = shell.out();
    this.paint = paint;
  }

  /**
   * A chart.
   *
   * @param again the command that finds the same again
   */
  public void report(String chart, PropertyReport report, String again) {
    int failures = report.failures().size();
    String verdict =
        failures == 0
            ? paint.good("ok")
            : paint.error(failures == 1 ? "1 failure" : failures + " failures");
    out.print(paint.strong(VisibleText.of(chart)) + ": " + verdict);
    out.print(", " + report.runs() + (report.runs() == 1 ? " run" : " runs"));
    out.print(" of seed " + report.settings().seed());
    out.print(paint.faint(" (" + CaseText.time(report.time()) + ", "));
    out.print(paint.faint(report.runsPerSecond() + "/s)") + "\n");
    if (report.unfit() > 0) {
      String were = report.unfit() == 1 ? " draw was" : " draws were";
      out.print("  " + report.unfit() + were + " dropped: the schema refuses them after all\n");
    }
    if (report.stoppedEarly()) {
      out.print(
          failures == 0 ? "  stopped early: the time was over (--timeout)\n" : "  stopped early\n");
    }
    report.failures().forEach(this::failure);
    if (failures > 0) {
      out.print("\n" + paint.strong("Again with ") + VisibleText.of(again) + "\n");
    }
  }

  private void failure(Counterexample failure) {
    boolean defaults = failure.values().isEmpty();
    out.print("\n" + paint.strong("Run " + failure.run()));
    out.print(
        defaults
            ? " fails with the defaults alone:\n\n"
            : " fails; the smallest values that do:\n\n");
    if (!defaults) {
      failure.text().lines().forEach(line -> out.print("  " + VisibleText.of(line) + "\n"));
      out.print("\n");
    }
    new ProblemPrinter(shell, out, paint).printEach(failure.problems());
    out.flush();
  }
}
