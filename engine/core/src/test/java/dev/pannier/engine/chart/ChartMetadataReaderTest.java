package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import org.junit.jupiter.api.Test;

class ChartMetadataReaderTest {

  private final Problems problems = new Problems();

  private ChartMetadata read(String yaml) {
    return ChartMetadataReader.read(new Source("Chart.yaml", yaml), problems).orElseThrow();
  }

  @Test
  void every_field_is_read() {
    ChartMetadata metadata =
        read(
            """
            apiVersion: v2
            name: web
            version: 1.2.3-beta.1+build
            appVersion: "1.10"
            kubeVersion: ">=1.28.0-0"
            description: >
              A web
              application
            type: library
            home: https://web.example
            icon: https://web.example/icon.svg
            sources: [https://git.example/web]
            keywords: [web, http]
            maintainers:
              - name: Jane
                email: jane@web.example
                url: https://jane.example
            dependencies:
              - name: db
                version: ^1
                repository: "@stable"
                condition: db.enabled
                tags: [storage]
                enabled: true
                import-values: [data, {child: a, parent: b}]
                alias: store
            annotations:
              category: Web
            deprecated: true
            condition: web.enabled
            tags: front
            """);
    assertThat(problems.all()).isEmpty();
    assertThat(metadata)
        .extracting(
            ChartMetadata::apiVersion,
            ChartMetadata::version,
            ChartMetadata::appVersion,
            ChartMetadata::kubeVersion,
            ChartMetadata::description,
            ChartMetadata::isLibrary,
            ChartMetadata::deprecated,
            ChartMetadata::condition,
            ChartMetadata::tags)
        .containsExactly(
            "v2",
            "1.2.3-beta.1+build",
            "1.10",
            ">=1.28.0-0",
            "A web application ",
            true,
            true,
            "web.enabled",
            "front");
    assertThat(metadata.maintainers())
        .containsExactly(new Maintainer("Jane", "jane@web.example", "https://jane.example"));
    assertThat(metadata.annotations()).containsEntry("category", "Web");
    Dependency db = metadata.dependencies().getFirst();
    assertThat(db.effectiveName()).isEqualTo("store");
    assertThat(db.enabled()).isTrue();
    assertThat(db.tags()).containsExactly("storage");
    assertThat(db.importValues()).hasSize(2);
    assertThat(db.origin()).hasToString("Chart.yaml:19:5");
  }

  @Test
  void a_number_keeps_its_written_form_where_a_string_is_wanted() {
    ChartMetadata metadata = read("apiVersion: v2\nname: web\nversion: 1.0.0\nappVersion: 1.10\n");
    assertThat(metadata.appVersion()).isEqualTo("1.10");
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void null_is_as_good_as_nothing() {
    ChartMetadata metadata =
        read(
            "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\nkeywords: null\n"
                + "annotations:\ndeprecated:\nappVersion:\n");
    assertThat(problems.all()).isEmpty();
    assertThat(metadata.dependencies()).isEmpty();
    assertThat(metadata.appVersion()).isEmpty();
  }

  @Test
  void fields_of_v2_in_an_old_chart_are_a_warning() {
    read("apiVersion: v1\nname: web\nversion: 1.0.0\ntype: library\ndependencies: []\n");
    assertThat(problems.all())
        .extracting(problem -> problem.code() + " " + problem.location())
        .containsExactly("chart.field-of-v2 Chart.yaml:4:1", "chart.field-of-v2 Chart.yaml:5:1");
  }

  @Test
  void a_chart_says_for_which_kubernetes_it_is_made() {
    ChartMetadata metadata =
        read("apiVersion: v2\nname: web\nversion: 1.0.0\nkubeVersion: '>=1.28'\n");
    assertThat(metadata.unfitFor("v1.34.0")).isEmpty();
    assertThat(metadata.unfitFor("v1.27.9"))
        .get()
        .hasToString(
            "Chart.yaml:4:1: The chart `web` needs Kubernetes `>=1.28`, and is rendered for"
                + " `v1.27.9`.");
    assertThat(metadata.unfitFor("v1.34.0-gke.100")).isEmpty();
    assertThat(metadata.unfitFor("v1.27.9-gke.100")).isPresent();
    assertThat(read("apiVersion: v2\nname: web\nversion: 1.0.0\n").unfitFor("v1.1.0")).isEmpty();
  }
}
