package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one case. */
public final class CaseRun {
  private final TestCase testCase;
  private final CaseRenderer renderer;
  private final String chart;
  private final boolean update;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<FieldDifference> differences = new ArrayList<>();
  private Optional<Path> written = Optional.empty();

  private CaseRun(TestCase testCase, CaseRenderer renderer, String chart, boolean update) {
    this.testCase = testCase;
    this.renderer = renderer;
    this.chart = chart;
    this.update = update;
  }

  /**
   * Renders and compares.
   *
   * @param chart what people call the chart's folder
   * @param update whether expected.yaml and expected.err are written anew where they differ
   */
  public static CaseResult of(
      TestCase testCase, CaseRenderer renderer, String chart, boolean update) {
    long start = System.nanoTime();
    CaseRun run = new CaseRun(testCase, renderer, chart, update);
    run.problems.addAll(testCase.problems());
    if (run.problems.isEmpty()) {
      run.run();
    }
    return new CaseResult(
        testCase,
        Duration.ofNanos(System.nanoTime() - start),
        run.problems,
        run.differences,
        run.warnings,
        run.written,
        testCase.expectation().isEmpty());
  }

  private void run() {
    RenderedCase rendered;
    try {
      rendered = renderer.render(testCase.input());
    } catch (ChartException e) {
      failed(e.problems());
      return;
    }
    warnings.addAll(rendered.warnings());
    List<Resource> documents = documents(rendered);
    if (testCase.expectation().validates() && !rendered.findings().isEmpty()) {
      failed(rendered.findings());
      return;
    }
    if (testCase.expectation().isFailure()) {
      succeeded();
      return;
    }
    manifest(rendered, documents);
    problems.addAll(AssertionCheck.of(testCase.expectation().assertions(), rendered, documents));
  }

  private List<Resource> documents(RenderedCase rendered) {
    List<TemplatePattern> templates = testCase.expectation().templates();
    List<Resource> documents = new ArrayList<>();
    for (Resource document : rendered.documents()) {
      if (templates.isEmpty() || templates.stream().anyMatch(one -> one.matches(document))) {
        documents.add(document);
      }
    }
    return documents;
  }

  private void failed(List<Problem> found) {
    Expectation expectation = testCase.expectation();
    expectation
        .failure()
        .filter(expected -> !expected.isAmong(found))
        .ifPresent(expected -> {
          problems.add(
              Problem.error(
                      "test.unexpected-error", "The chart fails, but not with " + expected + ".")
                  .at(expected.place()));
          problems.addAll(found);
        });
    expectation
        .error()
        .ifPresent(expected -> {
          String actual = ProblemText.of(found, chart);
          boolean holds =
              !expected.text().isBlank() && ExpectedError.compare(expected, actual).isEmpty();
          if (update && !holds) {
            golden(TestFiles.ERROR, expected.text(), actual);
          } else {
            problems.addAll(ExpectedError.compare(expected, actual));
          }
        });
    if (!expectation.isFailure()) {
      problems.addAll(found);
    }
  }

  private void succeeded() {
    Expectation expectation = testCase.expectation();
    expectation
        .failure()
        .ifPresent(expected ->
            problems.add(
                Problem.error(
                        "test.missing-error",
                        "The chart renders, but is to fail with " + expected + ".")
                    .at(expected.place())));
    expectation
        .error()
        .ifPresent(expected ->
            problems.add(
                Problem.error(
                        "test.missing-error",
                        "The chart renders, but `" + expected.name() + "` expects it to fail.")
                    .at(expected.whole())
                    .hint("Remove the file if that is right now.")));
  }

  private void manifest(RenderedCase rendered, List<Resource> documents) {
    Optional<Source> expected = testCase.expectation().manifest();
    if (update && (expected.isPresent() || testCase.expectation().isEmpty())) {
      golden(TestFiles.MANIFEST, expected.map(Source::text).orElse(""), GoldenText.of(documents));
    } else if (expected.isPresent()) {
      GoldenComparison.Outcome outcome = GoldenComparison.of(expected.get(), rendered, documents);
      differences.addAll(outcome.differences());
      problems.addAll(outcome.problems());
    }
  }

  private void golden(String name, String before, String now) {
    if (!before.equals(now) && Files.isDirectory(testCase.home())) {
      Path file = testCase.home().resolve(name);
      GoldenText.write(file, now);
      written = Optional.of(file);
    }
  }
}
