package dev.pannier.cli.command;

import dev.pannier.cli.option.DeployFlags;
import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Progress;
import dev.pannier.cli.output.ReleaseText;
import dev.pannier.cli.output.VisibleText;
import dev.pannier.engine.deploy.DeployEvent;
import dev.pannier.engine.deploy.TestReport;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.ReleaseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs the tests that an installed release brings along. */
final class ReleaseTests {
  private final Call call;
  private final Map<String, List<String>> logs = new LinkedHashMap<>();

  ReleaseTests(Call call) {
    this.call = call;
  }

  /** Runs them, and prints how each went. */
  ExitCode run() {
    OutputFormat format = call.format();
    Predicate<String> chosen = chosen(call.arguments().text("--filter"));
    ReleaseId id = call.release(call.arguments().operand(0));
    TestReport report = test(id, chosen);
    StringBuilder text =
        new StringBuilder(ReleaseText.of(report.release(), call.shell().clock().getZone(), false));
    logs.forEach((name, lines) -> {
      text.append("\nPOD LOGS: ").append(name).append('\n');
      lines.forEach(line -> text.append(VisibleText.of(line)).append('\n'));
    });
    call.print(format.write(text.toString(), ReleaseText.data(report.release())));
    if (!report.problems().isEmpty()) {
      throw new ChartException(report.problems());
    }
    return ExitCode.DONE;
  }

  private TestReport test(ReleaseId id, Predicate<String> chosen) {
    call.shell().ending().careful();
    try (Progress progress = new Progress(call.shell(), call.paint())) {
      return Clusters.releases(call)
          .test(
              id,
              chosen,
              call.arguments().on("--logs"),
              Deployment.holder(call, "test " + id.name()),
              DeployFlags.waiting(call.arguments()).build(),
              event -> progress.accept(withoutLog(event)));
    }
  }

  /** What a test wrote comes after the list of tests, as in Helm. */
  private DeployEvent withoutLog(DeployEvent event) {
    if (event instanceof DeployEvent.HookFinished it && !it.log().isEmpty()) {
      logs.put(it.id().name(), it.log());
      return new DeployEvent.HookFinished(it.event(), it.id(), it.succeeded(), List.of());
    }
    return event;
  }

  /**
   * The tests that a filter means, as Helm writes it: {@code name=one,name=other} names those that
   * run, {@code !name=one} one that does not.
   */
  static Predicate<String> chosen(String filter) {
    List<String> only = new ArrayList<>();
    List<String> not = new ArrayList<>();
    for (String each : filter.split(",")) {
      String word = each.strip();
      if (word.startsWith("name=")) {
        only.add(word.substring("name=".length()));
      } else if (word.startsWith("!name=")) {
        not.add(word.substring("!name=".length()));
      } else if (!word.isEmpty()) {
        throw UsageProblem.of(
            "cli.flag-value",
            "`--filter` cannot read `" + word + "`.",
            "Of a release, write `name=NAME` or `!name=NAME`, several with commas between.");
      }
    }
    return name -> !not.contains(name) && (only.isEmpty() || only.contains(name));
  }
}
