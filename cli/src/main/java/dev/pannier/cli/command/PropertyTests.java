package dev.pannier.cli.command;

import dev.pannier.cli.option.GoDuration;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.PropertyData;
import dev.pannier.cli.output.PropertyText;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.unit.ProblemPattern;
import dev.pannier.engine.unit.property.Counterexample;
import dev.pannier.engine.unit.property.PropertyReport;
import dev.pannier.engine.unit.property.PropertySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for values that the schemas of charts allow and their templates do not render soundly. */
final class PropertyTests {
  private static final int RUNS = 200;
  private static final String LIMIT = "1m";
  private static final int SEEDS = 1_000_000;

  private final Call call;

  PropertyTests(Call call) {
    this.call = call;
  }

  /** Looks at each chart. */
  ExitCode run(List<ChartUnderTest> charts) {
    OutputFormat format = call.format();
    PropertySettings settings = settings();
    PropertyText text = new PropertyText(call.shell(), call.outputPaint());
    Map<String, PropertyReport> reports = new LinkedHashMap<>();
    boolean passed = true;
    for (ChartUnderTest chart : charts) {
      PropertyReport report = chart.tests().property(settings);
      reports.put(chart.name(), report);
      passed &= report.failures().isEmpty();
      if (format == OutputFormat.TABLE) {
        text.report(chart.name(), report, again(chart, report));
      }
      save(report, format);
    }
    if (format != OutputFormat.TABLE) {
      call.print(format.write("", PropertyData.of(reports)));
    }
    return passed ? ExitCode.DONE : ExitCode.FAILED;
  }

  private PropertySettings settings() {
    int seed =
        call.arguments().has("--seed")
            ? call.arguments().number("--seed", 0)
            : call.shell().random().nextInt(SEEDS);
    return new PropertySettings(
        seed,
        call.arguments().number("--runs", RUNS),
        GoDuration.parse("--timeout", call.arguments().text("--timeout", LIMIT)),
        call.arguments().all("--allow").stream()
            .map(code -> new ProblemPattern(code, ""))
            .toList());
  }

  /** How to find the same again. */
  private String again(ChartUnderTest chart, PropertyReport report) {
    StringBuilder command = new StringBuilder("pannier test --unit --property ");
    command.append(chart.name()).append(" --seed ").append(report.settings().seed());
    int last = report.failures().stream().mapToInt(Counterexample::run).max().orElse(1);
    command.append(" --runs ").append(last);
    call.arguments().all("--allow").forEach(code -> command.append(" --allow ").append(code));
    String version = call.arguments().text("--kube-version");
    return version.isEmpty()
        ? command.toString()
        : command.append(" --kube-version ").append(version).toString();
  }

  private void save(PropertyReport report, OutputFormat format) {
    String folder = call.arguments().text("--save-failing");
    if (folder.isEmpty()) {
      return;
    }
    for (Counterexample failure : report.failures()) {
      String code = failure.problems().isEmpty() ? "values" : failure.problems().getFirst().code();
      String name =
          "%s/%s-%d-%d/values.yaml"
              .formatted(folder, code.replace('.', '-'), report.settings().seed(), failure.run());
      write(call.shell().path(name), name, failure.text());
      if (format == OutputFormat.TABLE) {
        call.print("wrote " + name + "\n");
      }
    }
  }

  private static void write(Path file, String shown, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Problem.error(
              "output.unwritable", "`" + shown + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }
}
