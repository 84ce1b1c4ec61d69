package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.kind.KindSchemas;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.template.ChartRenderer;
import dev.pannier.engine.template.Rendering;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts that ship with Pannier render to what their tests/ say, and to sound objects. */
class ShippedChartTest {

  private static final Path CASES = RenderedChart.WEB.resolve("tests");

  private final ChartRenderer renderer = new ChartRenderer();

  static Stream<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_renders_to_its_expected_manifest(String name) {
    RenderedChart web = web(CASES.resolve(name).resolve("values.yaml"));

    assertThat(web.findings()).isEmpty();
    Goldens.at(CASES).check(name + "/expected.yaml", web.manifest(renderer));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_renders_to_objects_that_kubernetes_takes(String name) {
    Rendering rendering = web(CASES.resolve(name).resolve("values.yaml")).render(renderer);

    assertThat(rendering.warnings()).isEmpty();
    assertThat(rendering.resources().stream().flatMap(ShippedChartTest::findings)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_has_its_values_and_its_manifest_and_nothing_else(String name) {
    assertThat(files(CASES.resolve(name)).keySet())
        .containsExactlyInAnyOrder("values.yaml", "expected.yaml");
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

  private static Stream<Problem> findings(Resource resource) {
    return KindSchemas.builtIn().check(resource.content()).stream();
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
