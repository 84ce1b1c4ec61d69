package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockDigestTest {

  private static final String REPOSITORY = "http://localhost:8879/charts";

  private static Dependency dependency(String version) {
    return new Dependency(
        "alpine", version, REPOSITORY, "", List.of(), false, List.of(), "", Location.unknown());
  }

  private static String digest(String asked, String found) {
    return LockDigest.of(
        List.of(dependency(asked)), List.of(new ChartLock.Entry("alpine", found, REPOSITORY)));
  }

  @Test
  void the_digest_is_the_one_that_helm_tests_for() {
    assertThat(digest("0.1.0", "0.1.0"))
        .isEqualTo("sha256:fb239e836325c5fa14b29d1540a13b7d3ba13151b67fe719f820e0ef6d66aaaf");
  }

  @Test
  void another_range_or_another_version_makes_another_digest() {
    assertThat(
            List.of(digest("^0.1.0", "0.1.0"), digest("^0.1.0", "0.1.2"), digest("0.1.2", "0.1.2")))
        .doesNotContain(digest("0.1.0", "0.1.0"))
        .doesNotHaveDuplicates();
  }

  @Test
  void keys_of_imports_are_sorted_and_signs_escaped_as_go_does() {
    Node pair = Node.of(Map.of("parent", "a<b", "child", "c&d"));
    Dependency asked =
        new Dependency(
            "a", ">=1", "r", "c", List.of("t"), true, List.of(pair), "x", Location.unknown());
    assertThat(LockDigest.of(List.of(asked), List.of()))
        .isEqualTo("sha256:" + sha256OfTheJsonThatGoWrites());
  }

  private static String sha256OfTheJsonThatGoWrites() {
    String json =
        "[[{\"name\":\"a\",\"version\":\"\\u003e=1\",\"repository\":\"r\",\"condition\":\"c\","
            + "\"tags\":[\"t\"],\"enabled\":true,"
            + "\"import-values\":[{\"child\":\"c\\u0026d\",\"parent\":\"a\\u003cb\"}],"
            + "\"alias\":\"x\"}],[]]";
    return ChartFiles.sha256(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_lock_file_is_told_when_chart_yaml_has_changed_since(@TempDir Path folder) {
    assertThat(LockDigest.outOfSync(chart(folder, "0.1.0"))).isEmpty();
    assertThat(LockDigest.outOfSync(chart(folder, "0.2.0")))
        .get()
        .extracting(Problem::code)
        .isEqualTo("chart.lock-out-of-sync");
  }

  private static Chart chart(Path folder, String version) {
    ChartFiles.write(
        folder,
        "Chart.yaml",
        ChartFiles.CHART_YAML
            + "dependencies:\n  - name: alpine\n    version: "
            + version
            + "\n    repository: "
            + REPOSITORY
            + "\n");
    ChartFiles.write(
        folder,
        "Chart.lock",
        "dependencies:\n- name: alpine\n  repository: "
            + REPOSITORY
            + "\n  version: 0.1.0\ndigest: "
            + digest("0.1.0", "0.1.0")
            + "\ngenerated: \"2026-11-20T00:00:00Z\"\n");
    return ChartLoader.load(folder, "web", new Problems());
  }
}
