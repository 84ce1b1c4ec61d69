package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of charts that are broken; each case is a chart and its golden. */
class BrokenChartsTest {

  private static final Goldens GOLDENS = Goldens.in("broken-charts");

  @TempDir private Path folder;

  private void file(String path, String text) {
    ChartFiles.write(folder, path, text);
  }

  private void chart(String more) {
    file("web/Chart.yaml", ChartFiles.CHART_YAML + more);
  }

  private void thenMessagesAre(String golden) {
    thenMessagesAre(golden, "web");
  }

  private void thenMessagesAre(String golden, String path) {
    Problems warnings = new Problems();
    ChartException refused =
        catchThrowableOfType(
            ChartException.class,
            () -> {
              Path place = folder.resolve(path);
              Chart chart = ChartLoader.load(place, "charts/" + path, warnings);
              ChartDependencies.resolve(chart, MapNode.EMPTY, warnings);
              LockDigest.outOfSync(chart).ifPresent(warnings::add);
            });
    List<Problem> problems = refused == null ? warnings.all() : refused.problems();
    assertThat(problems).isNotEmpty();
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> text.append(shown(problem)));
    GOLDENS.check(golden + ".txt", text.toString().replace(folder.toString(), "/somewhere"));
  }

  private static String shown(Problem problem) {
    StringBuilder text = new StringBuilder();
    text.append(problem.severity()).append(" [").append(problem.code()).append("]\n");
    text.append("  ").append(problem).append('\n');
    for (Note note : problem.notes()) {
      text.append("  ").append(note.location()).append(": ").append(note.message()).append('\n');
    }
    if (!problem.hint().isEmpty()) {
      text.append("  -> ").append(problem.hint()).append('\n');
    }
    return text.toString();
  }

  @Test
  void a_path_that_is_misspelt() {
    chart("");
    thenMessagesAre("misspelt-path", "wbe");
  }

  @Test
  void a_path_that_resembles_nothing() {
    thenMessagesAre("no-such-path", "database");
  }

  @Test
  void a_folder_of_charts() throws IOException {
    file("all/web/Chart.yaml", "");
    file("all/db/Chart.yaml", "");
    thenMessagesAre("folder-of-charts", "all");
  }

  @Test
  void an_empty_folder() throws IOException {
    Files.createDirectories(folder.resolve("web"));
    thenMessagesAre("empty-folder");
  }

  @Test
  void a_chart_yaml_under_another_name() {
    file("web/chart.yml", ChartFiles.CHART_YAML);
    thenMessagesAre("chart-yml");
  }

  @Test
  void a_chart_yaml_that_is_ignored() {
    chart("");
    file("web/.helmignore", "!*.hbs\n");
    thenMessagesAre("ignored-chart-yaml");
  }

  @Test
  void a_values_file_where_a_chart_is_expected() {
    file("values.yaml", "a: 1\n");
    thenMessagesAre("values-file", "values.yaml");
  }

  @Test
  void a_chart_yaml_that_does_not_parse() {
    file("web/Chart.yaml", "apiVersion: v2\nname: web\n version: 1.0.0\n");
    thenMessagesAre("syntax");
  }

  @Test
  void a_chart_yaml_that_is_a_list() {
    file("web/Chart.yaml", "- apiVersion: v2\n");
    thenMessagesAre("list");
  }

  @Test
  void an_empty_chart_yaml() {
    file("web/Chart.yaml", "# later\n");
    thenMessagesAre("empty-chart-yaml");
  }

  @Test
  void fields_that_are_missing() {
    file("web/Chart.yaml", "description: A chart\n");
    thenMessagesAre("missing-fields");
  }

  @Test
  void fields_that_are_wrong() {
    file(
        "web/Chart.yaml",
        """
        apiVersion: v3
        name: ../web
        version: 1.two
        type: libary
        kubeVersion: at least 1.20
        keywords: web
        deprecated: "no"
        annotations:
          a: [1]
        maintainers:
          - Jane
        sources:
          - url: https://example.org
        """);
    thenMessagesAre("wrong-fields");
  }

  @Test
  void fields_that_mean_nothing_or_are_written_loosely() {
    file(
        "web/Chart.yaml",
        """
        apiVersion: v2
        name: Web App
        version: v1.2
        appVersion: 1.10
        descripton: A chart
        maintainers:
          - name: Jane
            mail: jane@example.org
        """);
    thenMessagesAre("loose-fields");
  }

  @Test
  void dependencies_that_are_wrong() {
    chart(
        """
        dependencies:
          - version: 1.0.0
          - name: db
            version: newest
            repositry: https://charts.example
          - name: cache
            alias: my cache
          - name: a
          - name: b
            alias: a
          - name: c
            import-values:
              - child: x
        """);
    thenMessagesAre("wrong-dependencies");
  }

  @Test
  void dependencies_that_are_missing() {
    chart(
        """
        dependencies:
          - name: db
            version: ^1.0.0
            repository: https://charts.example
          - name: cache
            version: 2.x
          - name: queue
        """);
    file("web/charts/cache/Chart.yaml", ChartFiles.chartYaml("cache", "1.5.0"));
    thenMessagesAre("missing-dependencies");
  }

  @Test
  void folders_that_hold_another_chart_or_none() {
    chart(
        """
        dependencies:
          - name: common
            repository: file://../comon
          - name: cache
            version: 2.x
            repository: file://../cache
          - name: db
            repository: file://../database
          - name: queue
            repository: file://../..
          - name: mail
            repository: file://../mail.tgz
          - name: search
            repository: file://../elsewhere/search
        """);
    file("common/Chart.yaml", ChartFiles.chartYaml("common", "1.0.0"));
    file("cache/Chart.yaml", ChartFiles.chartYaml("cache", "1.5.0"));
    file("database/Chart.yaml", ChartFiles.chartYaml("database", "1.0.0"));
    file("mail.tgz", "");
    thenMessagesAre("neighbours");
  }

  @Test
  void charts_that_ask_for_each_other() {
    chart("dependencies:\n  - name: a\n    repository: file://../a\n");
    file("a/Chart.yaml", ChartFiles.chartYaml("a", "1.0.0", "b"));
    file("b/Chart.yaml", ChartFiles.chartYaml("b", "1.0.0", "a", "b"));
    thenMessagesAre("circle");
  }

  @Test
  void a_copy_in_charts_that_is_too_old() {
    chart("dependencies:\n  - name: db\n    version: ^2\n    repository: file://../db\n");
    file("web/charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    file("db/Chart.yaml", ChartFiles.chartYaml("db", "2.0.0"));
    thenMessagesAre("old-copy");
  }

  @Test
  void an_archive_that_asks_for_a_folder() throws IOException {
    Files.write(
        folder.resolve("web.tgz"),
        ChartFiles.archive(
            tar -> tar.file("web/Chart.yaml", ChartFiles.chartYaml("web", "1.0.0", "db"))));
    file("db/Chart.yaml", ChartFiles.chartYaml("db", "2.0.0"));
    thenMessagesAre("archive-beside-folder", "web.tgz");
  }

  @Test
  void two_subcharts_of_one_name() {
    chart("");
    file("web/charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    file("web/charts/db-old/Chart.yaml", ChartFiles.chartYaml("db", "0.9.0"));
    thenMessagesAre("same-subcharts");
  }

  @Test
  void values_that_are_a_list_and_a_subchart_that_is_broken_too() {
    chart("");
    file("web/values.yaml", "- a\n");
    file("web/charts/db/values.yaml", "a: 1\na: 2\n");
    thenMessagesAre("values-list");
  }

  @Test
  void a_helmignore_that_is_wrong() {
    chart("");
    file("web/.helmignore", "*.bak\n**/tmp\n[a-\n");
    thenMessagesAre("helmignore");
  }

  @Test
  void links_that_lead_out() throws IOException {
    chart("");
    file("secret.txt", "secret");
    Files.createSymbolicLink(folder.resolve("web/a.txt"), Path.of("../secret.txt"));
    Files.createSymbolicLink(folder.resolve("web/b.txt"), Path.of("gone.txt"));
    Files.createSymbolicLink(folder.resolve("web/c"), Path.of("../web"));
    thenMessagesAre("links");
  }

  @Test
  void a_lock_file_that_is_out_of_date() {
    chart("dependencies:\n  - name: db\n    version: ^1\n    repository: https://charts.example\n");
    file("web/charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    file("web/Chart.lock", "dependencies: []\ndigest: sha256:00\ngenerated: \"2026\"\n");
    thenMessagesAre("lock");
  }

  @Test
  void switches_that_are_not_booleans() {
    chart(
        """
        dependencies:
          - name: db
            condition: db.enabled
            tags: [storage]
            import-values: [data]
        """);
    file("web/values.yaml", "db:\n  enabled: \"no\"\ntags:\n  storage: 0\n");
    file("web/charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    thenMessagesAre("switches");
  }

  @Test
  void an_archive_with_tricks() throws IOException {
    Files.write(
        folder.resolve("web.tgz"),
        ChartFiles.archive(tar -> {
          tar.file("web/../../etc/cron.d/x", "x");
          tar.link("web/values.yaml", (byte) '2', "/etc/passwd");
          tar.file("web/Chart.yaml", ChartFiles.CHART_YAML);
          tar.file("web/Chart.yaml", ChartFiles.CHART_YAML);
        }));
    thenMessagesAre("hostile-archive", "web.tgz");
  }
}
