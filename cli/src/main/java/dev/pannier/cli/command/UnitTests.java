package dev.pannier.cli.command;

import dev.pannier.cli.output.CaseData;
import dev.pannier.cli.output.CaseText;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.JUnitReport;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.NamePattern;
import dev.pannier.engine.unit.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the cases of charts and tells what became of them. */
final class UnitTests {
  private final Call call;
  private final OutputFormat format;
  private final CaseText text;
  private final boolean update;
  private final boolean failFast;

  UnitTests(Call call) {
    this.call = call;
    this.format = call.format();
    this.text = new CaseText(call.shell(), call.outputPaint());
    this.update = call.arguments().on("--update");
    this.failFast = call.arguments().on("--fail-fast");
  }

  /** Runs the cases of charts that the command line asks for. */
  ExitCode run(List<ChartUnderTest> charts) {
    Map<ChartUnderTest, List<TestCase>> selected = selected(charts);
    Map<String, List<CaseResult>> results = new LinkedHashMap<>();
    boolean passed = true;
    for (Map.Entry<ChartUnderTest, List<TestCase>> entry : selected.entrySet()) {
      List<CaseResult> own = new ArrayList<>();
      results.put(entry.getKey().name(), own);
      passed &= passed || !failFast ? run(entry.getKey(), entry.getValue(), own) : passed;
    }
    tell(results);
    for (ChartUnderTest chart : charts) {
      call.warn(chart.cases().isEmpty() ? List.of(chart.none()) : chart.warnings());
    }
    return passed ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Whether all passed of those that ran. */
  private boolean run(ChartUnderTest chart, List<TestCase> cases, List<CaseResult> results) {
    if (format == OutputFormat.TABLE && !cases.isEmpty()) {
      text.chart(chart.name(), cases);
    }
    boolean passed = true;
    for (TestCase testCase : cases) {
      CaseResult result = update ? chart.tests().update(testCase) : chart.tests().run(testCase);
      results.add(result);
      passed &= result.passed();
      if (format == OutputFormat.TABLE) {
        text.line(result);
      }
      if (!passed && failFast) {
        return false;
      }
    }
    return passed;
  }

  private Map<ChartUnderTest, List<TestCase>> selected(List<ChartUnderTest> charts) {
    String filter = call.arguments().text("--filter");
    Map<ChartUnderTest, List<TestCase>> selected = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    boolean any = filter.isEmpty();
    for (ChartUnderTest chart : charts) {
      List<TestCase> cases = new ArrayList<>();
      for (TestCase testCase : chart.cases()) {
        names.add(testCase.name());
        if (filter.isEmpty() || new NamePattern(filter).matches(testCase.name())) {
          cases.add(testCase);
        }
      }
      any |= !cases.isEmpty();
      selected.put(chart, cases);
    }
    if (!any && !names.isEmpty()) {
      throw Problem.error("test.unknown-case", "No case is called `" + filter + "`.")
          .hint(meant(filter, names))
          .exception();
    }
    return selected;
  }

  private static String meant(String filter, List<String> names) {
    String meant = Suggestion.didYouMean(filter, names);
    return meant.isEmpty() ? "There are `" + String.join("`, `", names) + "`." : meant;
  }

  private void tell(Map<String, List<CaseResult>> results) {
    if (format == OutputFormat.TABLE) {
      text.failures(results);
      text.summary(results);
    } else {
      call.print(format.write("", CaseData.of(results)));
    }
    String file = call.arguments().text("--junit");
    if (!file.isEmpty()) {
      write(file, JUnitReport.of(results));
    }
  }

  private void write(String file, String report) {
    try {
      Files.writeString(call.shell().path(file), report);
    } catch (IOException e) {
      throw Problem.error(
              "output.unwritable", "`" + file + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }
}
