package dev.pannier.cli.command;

import dev.pannier.cli.option.Flag;
import dev.pannier.cli.option.RenderFlags;
import dev.pannier.cli.option.Usage;
import dev.pannier.cli.option.ValueFlags;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.engine.lint.RulePage;
import java.util.ArrayList;
import java.util.List;

/** {@code pannier lint}. */
final class LintCommand implements Command {

  @Override
  public Usage usage() {
    return Usage.of("lint", "Look for mistakes in charts.")
        .operands("CHART...", 0, Usage.MANY, Usage.Completes.FILES)
        .details(
            "Looks at the files of a chart, at what its templates ask of the values, and at what"
                + " they render to: with the defaults, with each values-NAME.yaml, and with the"
                + " values of each test in tests/; or with what -f and --set say. Without a CHART,"
                + " the working directory is one.")
        .examples(
            "pannier lint charts/web",
            "pannier lint charts/* --strict",
            "pannier lint charts/web -f values-prod.yaml --skip memory-limit",
            "pannier lint charts/web -o sarif > lint.sarif",
            "pannier lint --rules image-tag")
        .group(
            "Flags",
            Flag.of("--strict", "fail on warnings too"),
            Flag.of("--skip CODE,...", "tell nothing of these rules").each(),
            Flag.of("--only CODE,...", "tell of these rules, and of errors, only").each(),
            Flag.of("--defaults-only", "look at the defaults, and at no other values of the chart"),
            Flag.of("--with-subcharts", "look at the charts in charts/ by themselves too"),
            Flag.of("--quiet", "print warnings and errors only"),
            Flag.of("--rules", "list the rules, or tell all of those named instead of charts"),
            Flag.of("-o, --output FORMAT", "the format: table, json, yaml or sarif"))
        .group(ValueFlags.GROUP)
        .group(RenderFlags.GROUP);
  }

  @Override
  public ExitCode run(Call call) {
    String format = call.arguments().word("--output", "table", "table", "json", "yaml", "sarif");
    if (call.arguments().on("--rules")) {
      rules(call, format);
      return ExitCode.DONE;
    }
    List<String> given = call.arguments().operands();
    List<ChartLint> lints = new ArrayList<>();
    ValueSources sources = new ValueSources(call.shell());
    for (String reference : given.isEmpty() ? List.of(".") : given) {
      lints.addAll(ChartLint.of(call, reference, sources));
    }
    LintReport report = new LintReport(call, lints);
    switch (format) {
      case "table" -> report.show();
      case "sarif" -> call.print(report.sarif());
      default -> call.print(call.format().write("", report.data()));
    }
    return report.failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void rules(Call call, String format) {
    List<RulePage> pages = new ArrayList<>(RulePage.all());
    List<String> named = call.arguments().operands();
    if (!named.isEmpty()) {
      var wanted = named.stream().map(RuleChoice::rule).toList();
      pages.removeIf(page -> !wanted.contains(page.rule()));
    }
    if (!format.equals("table")) {
      OutputFormat data = format.equals("yaml") ? OutputFormat.YAML : OutputFormat.JSON;
      call.print(data.write("", RuleText.data(pages)));
    } else if (named.isEmpty()) {
      call.print(RuleText.table(pages));
    } else {
      List<String> texts = new ArrayList<>();
      pages.forEach(page -> texts.add(RuleText.text(page, call.outputPaint())));
      call.print(String.join("\n", texts));
    }
  }
}
