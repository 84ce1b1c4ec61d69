package dev.pannier.engine.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.ChartTests;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.unit.CaseResult;
import dev.pannier.engine.unit.CaseSearch;
import dev.pannier.engine.unit.TestCase;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @ParameterizedTest
  @MethodSource("dev.pannier.engine.charts.RenderedChart#charts")
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
  @MethodSource("dev.pannier.engine.charts.RenderedChart#charts")
  void goldens_are_written_as_the_chart_renders_them(String chart, @TempDir Path folder)
      throws IOException {
    copy(RenderedChart.SHIPPED, folder);
    ChartTests tests = tests(folder.resolve(chart));

    assertThat(tests.cases().cases())
        .allSatisfy(each -> assertThat(tests.update(each).written()).as(each.name()).isEmpty());
  }

  @Test
  void all_charts_together_show_every_kind() {
    assertThat(goldens().map(object -> object.text("kind").orElse("")))
        .contains("Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob")
        .contains("Service", "Ingress", "NetworkPolicy", "ConfigMap", "Secret")
        .contains("PersistentVolumeClaim", "PersistentVolume", "StorageClass")
        .contains("ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding")
        .contains("HorizontalPodAutoscaler", "PodDisruptionBudget", "PriorityClass")
        .contains("ResourceQuota", "LimitRange");
  }

  @Test
  void all_charts_together_show_every_type_of_service() {
    Stream<MapNode> services =
        goldens().filter(object -> object.text("kind").orElse("").equals("Service"));

    assertThat(services.map(service -> service.map("spec")))
        .extracting(spec -> spec.text("clusterIP").or(() -> spec.text("type")).orElse("ClusterIP"))
        .contains("ClusterIP", "NodePort", "LoadBalancer", "ExternalName", "None");
  }

  /** What the charts render to in all of their cases. */
  private static Stream<MapNode> goldens() {
    List<MapNode> objects = new ArrayList<>();
    for (String chart : RenderedChart.charts()) {
      files(RenderedChart.SHIPPED.resolve(chart).resolve("tests"))
          .forEach((name, text) -> {
            if (name.endsWith("/expected.yaml")) {
              Source source = new Source(name, text);
              YamlReader.readAll(source, SourceMap.of(source), new Problems()).stream()
                  .filter(MapNode.class::isInstance)
                  .map(MapNode.class::cast)
                  .forEach(objects::add);
            }
          });
    }
    return objects.stream();
  }

  private static ChartTests tests(Path chart) {
    return new ChartTests(RenderedChart.load(chart), chart, chart.toString(), "");
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
