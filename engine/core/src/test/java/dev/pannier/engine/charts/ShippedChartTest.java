package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.ChartTests;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.CaseSearch;
import dev.pannier.engine.unit.TestCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts that ship with Pannier render to what their tests/ say, and to sound objects. */
class ShippedChartTest {

  private static final boolean UPDATE = Boolean.getBoolean("goldens.update");
  private static final Path CASES = RenderedChart.WEB.resolve("tests");

  private final ChartRenderer renderer = new ChartRenderer();

  static Stream<String> charts() throws IOException {
    try (var folders = Files.list(RenderedChart.SHIPPED)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("tests")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void all_cases_of_a_chart_pass_without_a_warning(String chart) {
    ChartTests tests = tests(RenderedChart.SHIPPED.resolve(chart));
    CaseSearch.Found found = tests.cases();

    assertThat(found.warnings()).isEmpty();
    assertThat(found.cases()).isNotEmpty();
    for (TestCase testCase : found.cases()) {
      CaseResult result = UPDATE ? tests.update(testCase) : tests.run(testCase);
      assertThat(result.problems()).as(testCase.name()).isEmpty();
      assertThat(result.differences()).as(testCase.name()).isEmpty();
      assertThat(result.warnings()).as(testCase.name()).isEmpty();
      assertThat(result.expectsNothing()).as(testCase.name()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void goldens_are_written_as_the_chart_renders_them(String chart, @TempDir Path folder)
      throws IOException {
    copy(RenderedChart.SHIPPED.resolve(chart), folder);
    ChartTests tests = tests(folder);

    assertThat(tests.cases().cases())
        .allSatisfy(each -> assertThat(tests.update(each).written()).as(each.name()).isEmpty());
  }

  @Test
  void all_cases_together_write_every_kind_of_the_chart() throws IOException {
    var kinds =
        cases()
            .map(name -> web(CASES.resolve(name).resolve("values.yaml")))
            .flatMap(web -> web.render(renderer).resources().stream())
            .map(resource -> resource.id().kind());

    assertThat(kinds)
        .contains("Deployment", "Service", "Ingress", "ConfigMap", "Secret", "NetworkPolicy")
        .contains("HorizontalPodAutoscaler", "PodDisruptionBudget")
        .contains("ServiceAccount", "Role", "RoleBinding");
  }

  @Test
  void the_production_values_are_a_case() {
    assertThat(CASES.resolve("production").resolve("values.yaml"))
        .hasSameTextualContentAs(RenderedChart.WEB.resolve("values-prod.yaml"));
  }

  private static RenderedChart web(Path values) {
    return RenderedChart.of(RenderedChart.load(RenderedChart.WEB), RenderedChart.values(values));
  }

  private static ChartTests tests(Path chart) {
    return new ChartTests(RenderedChart.load(chart), chart, chart.toString(), "");
  }

  private static Stream<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString(), RenderedChart.read(file)));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
