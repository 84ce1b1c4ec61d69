package dev.pannier.cli.command;

import dev.pannier.cli.output.ProblemData;
import dev.pannier.cli.output.ProblemPrinter;
import dev.pannier.cli.output.SarifReport;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lint found, as it is written. */
final class LintReport {
  private final Call call;
  private final List<ChartLint> lints;
  private final boolean strict;

  LintReport(Call call, List<ChartLint> lints) {
    this.call = call;
    this.lints = lints;
    this.strict = call.arguments().on("--strict");
  }

  /** How many charts did not pass. */
  long failed() {
    return lints.stream().filter(lint -> lint.fails(strict)).count();
  }

  void show() {
    boolean quiet = call.arguments().on("--quiet");
    ProblemPrinter printer =
        new ProblemPrinter(call.shell(), call.shell().out(), call.outputPaint());
    for (ChartLint lint : lints) {
      List<Problem> shown = new ArrayList<>(lint.problems());
      shown.removeIf(problem -> quiet && problem.severity() == Severity.INFO);
      if (!quiet || !shown.isEmpty()) {
        call.print("==> Linting " + lint.name() + "\n");
        printer.printEach(shown);
        call.print("\n");
      }
    }
    long failed = failed();
    if (!quiet || failed > 0) {
      call.print(
          "%d chart(s) linted, %d chart(s) failed%s\n".formatted(lints.size(), failed, counts()));
    }
  }

  /** {@code : 1 error, 2 warnings}; empty where there is nothing to count. */
  private String counts() {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          lints.stream()
              .flatMap(lint -> lint.problems().stream())
              .filter(problem -> problem.severity() == severity)
              .count();
      if (count > 0) {
        counts.add(count + " " + noun(severity) + (count == 1 ? "" : "s"));
      }
    }
    return counts.isEmpty() ? "" : ": " + String.join(", ", counts);
  }

  private static String noun(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "remark";
    };
  }

  Node data() {
    List<Node> charts = new ArrayList<>();
    for (ChartLint lint : lints) {
      Map<String, Object> chart = new LinkedHashMap<>();
      chart.put("chart", lint.name());
      chart.put("failed", lint.fails(strict));
      chart.put("problems", ProblemData.of(lint.problems()));
      charts.add(Node.of(chart));
    }
    return Node.of(charts);
  }

  String sarif() {
    SarifReport report = new SarifReport(call.shell().directory());
    for (ChartLint lint : lints) {
      report.add(lint.problems(), lint.name() + "/Chart.yaml");
    }
    return report.text(Version.number());
  }
}
