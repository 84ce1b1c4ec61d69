package dev.pannier.engine.chart;

import static dev.pannier.engine.chart.ChartFiles.CHART_YAML;
import static dev.pannier.engine.chart.ChartFiles.chartYaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartLoaderTest {

  @TempDir private Path folder;

  private Path web;

  @BeforeEach
  void a_chart() {
    web = folder.resolve("web");
    ChartFiles.write(web, "Chart.yaml", CHART_YAML);
  }

  private Chart load() {
    return ChartLoader.load(web, "charts/web", new Problems());
  }

  private ChartException refusal() {
    return catchThrowableOfType(ChartException.class, this::load);
  }

  @Test
  void files_go_to_their_places() {
    ChartFiles.write(web, "values.yaml", "a: 1\n");
    ChartFiles.write(web, "values.schema.json", "{}");
    ChartFiles.write(web, "templates/b.yaml.hbs", "b");
    ChartFiles.write(web, "templates/a/c.yaml.hbs", "c");
    ChartFiles.write(web, "crds/crd.yaml", "crd");
    ChartFiles.write(web, "README.md", "# Web");
    ChartFiles.write(web, "Chart.lock", "digest: sha256:1\ngenerated: \"2026-01-01\"\n");
    Chart chart = load();
    assertThat(chart.name()).isEqualTo("web");
    assertThat(chart.values()).hasToString("{\"a\":1}");
    assertThat(chart.values().get("a").origin()).hasToString("charts/web/values.yaml:1:4");
    assertThat(chart.schema()).get().extracting(ChartFile::text).isEqualTo("{}");
    assertThat(chart.templates())
        .extracting(ChartFile::path)
        .containsExactly("templates/a/c.yaml.hbs", "templates/b.yaml.hbs");
    assertThat(chart.crds()).extracting(ChartFile::path).containsExactly("crds/crd.yaml");
    assertThat(chart.files()).extracting(ChartFile::path).containsExactly("README.md");
    assertThat(chart.lock()).get().extracting(ChartLock::digest).isEqualTo("sha256:1");
  }

  @Test
  void files_are_called_by_what_people_typed() {
    ChartFiles.write(web, "templates/x.yaml.hbs", "");
    assertThat(load().templates().getFirst().displayPath())
        .isEqualTo("charts/web/templates/x.yaml.hbs");
    assertThat(ChartLoader.load(web, "./web/", new Problems()).templates().getFirst().displayPath())
        .isEqualTo("./web/templates/x.yaml.hbs");
    assertThat(ChartLoader.load(web, ".", new Problems()).templates().getFirst().displayPath())
        .isEqualTo("templates/x.yaml.hbs");
  }

  @Test
  void a_byte_order_mark_is_taken_off() {
    ChartFiles.write(web, "Chart.yaml", "\uFEFF" + CHART_YAML);
    ChartFiles.write(web, "templates/x.yaml.hbs", "\uFEFFx");
    assertThat(load().templates().getFirst().bytes()).containsExactly('x');
  }

  @Test
  void an_archive_gives_the_same_chart_as_the_folder() throws IOException {
    ChartFiles.write(web, "templates/x.yaml.hbs", "x");
    ChartFiles.write(web, "values.yaml", "a: 1");
    Path archive = folder.resolve("web-1.2.3.tgz");
    Files.write(
        archive,
        ChartFiles.archive(tar -> {
          tar.file("web/Chart.yaml", CHART_YAML);
          tar.file("web/values.yaml", "a: 1");
          tar.file("web/templates/x.yaml.hbs", "x");
        }));
    Chart packed = ChartLoader.load(archive, "web-1.2.3.tgz", new Problems());
    assertThat(packed.metadata().raw()).isEqualTo(load().metadata().raw());
    assertThat(packed.values()).isEqualTo(load().values());
    assertThat(packed.templates().getFirst().displayPath())
        .isEqualTo("web-1.2.3.tgz/templates/x.yaml.hbs");
  }

  @Test
  void an_archive_made_on_windows_has_backslashes_for_slashes() {
    Chart chart = read(tar -> tar.file("web\\templates\\x.yaml.hbs", "x"));
    assertThat(chart.templates().getFirst().path()).isEqualTo("templates/x.yaml.hbs");
  }

  private static Chart read(Consumer<ChartFiles.Tar> more) {
    byte[] bytes =
        ChartFiles.archive(tar -> {
          tar.file("web/Chart.yaml", CHART_YAML);
          more.accept(tar);
        });
    return ChartLoader.readArchive(new ByteArrayInputStream(bytes), "web.tgz", new Problems());
  }

  @Test
  void subcharts_lie_in_charts_as_folders_and_archives_at_any_depth() throws IOException {
    ChartFiles.write(web, "charts/db/Chart.yaml", chartYaml("db", "1.0.0"));
    ChartFiles.write(web, "charts/db/charts/disk/Chart.yaml", chartYaml("disk", "1.0.0"));
    ChartFiles.write(web, "charts/_off/Chart.yaml", chartYaml("off", "1.0.0"));
    ChartFiles.write(web, "charts/.hidden/Chart.yaml", chartYaml("hidden", "1.0.0"));
    byte[] cache =
        ChartFiles.archive(tar -> {
          tar.file("cache/Chart.yaml", chartYaml("cache", "2.0.0"));
          tar.file("cache/templates/x.yaml.hbs", "x");
          tar.file("cache/charts/lru/Chart.yaml", chartYaml("lru", "3.0.0"));
        });
    Files.write(web.resolve("charts/cache-2.0.0.tgz"), cache);
    Chart chart = load();
    assertThat(chart.dependencies()).extracting(Chart::name).containsExactly("cache", "db");
    assertThat(chart.dependencies().get(0).dependencies().getFirst().name()).isEqualTo("lru");
    assertThat(chart.dependencies().get(1).dependencies().getFirst().name()).isEqualTo("disk");
    assertThat(chart.dependencies().getFirst().templates().getFirst())
        .extracting(ChartFile::path, ChartFile::displayPath)
        .containsExactly(
            "templates/x.yaml.hbs", "charts/web/charts/cache-2.0.0.tgz/templates/x.yaml.hbs");
  }

  @Test
  void a_stray_file_in_charts_is_a_warning() {
    ChartFiles.write(web, "charts/README.md", "x");
    Problems warnings = new Problems();
    assertThat(ChartLoader.load(web, "web", warnings).dependencies()).isEmpty();
    assertThat(warnings.all()).extracting(Problem::code).containsExactly("chart.stray-file");
  }

  @Test
  void all_problems_of_a_chart_and_its_subcharts_come_together() {
    ChartFiles.write(web, "values.yaml", "- a\n");
    ChartFiles.write(web, "Chart.yaml", "apiVersion: v2\nname: web\nversion: one\n");
    ChartFiles.write(web, "charts/db/Chart.yaml", "apiVersion: v9\nname: db\nversion: 1.0.0\n");
    ChartFiles.write(web, "charts/cache/values.yaml", "a: 1\n");
    assertThat(refusal().problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "chart.values-not-a-map",
            "chart.invalid-version",
            "chart.unknown-api-version",
            "chart.not-a-chart");
  }

  @Test
  void requirements_of_old_charts_are_read() {
    ChartFiles.write(web, "Chart.yaml", "apiVersion: v1\nname: web\nversion: 1.0.0\n");
    ChartFiles.write(
        web,
        "requirements.yaml",
        "dependencies:\n  - name: db\n    version: ^1\n    repository: https://charts.example\n");
    ChartFiles.write(web, "requirements.lock", "dependencies: []\ndigest: sha256:2\n");
    Chart chart = load();
    assertThat(chart.metadata().dependencies()).extracting(Dependency::name).containsExactly("db");
    assertThat(chart.lock()).get().extracting(ChartLock::digest).isEqualTo("sha256:2");
    assertThat(chart.files())
        .extracting(ChartFile::path)
        .containsExactly("requirements.lock", "requirements.yaml");
  }

  @Test
  void helmignore_leaves_files_out_of_folders_and_templates_are_never_hidden_files() {
    ChartFiles.write(web, ".helmignore", "# editors\n*.bak\ndocs/\n");
    ChartFiles.write(web, "a.bak", "");
    ChartFiles.write(web, "docs/a.md", "");
    ChartFiles.write(web, "templates/.swp", "");
    ChartFiles.write(web, "templates/a.yaml.hbs.bak", "");
    Chart chart = load();
    assertThat(chart.templates()).isEmpty();
    assertThat(chart.files()).extracting(ChartFile::path).containsExactly(".helmignore");
  }

  @Test
  void links_inside_the_chart_are_followed() throws IOException {
    ChartFiles.write(web, "files/a.txt", "a");
    Files.createSymbolicLink(web.resolve("files/b.txt"), Path.of("a.txt"));
    Files.createSymbolicLink(web.resolve("more"), Path.of("files"));
    assertThat(load().files())
        .extracting(ChartFile::path)
        .containsExactly("files/a.txt", "files/b.txt", "more/a.txt", "more/b.txt");
  }

  @Test
  void links_that_lead_out_nowhere_or_back_are_refused() throws IOException {
    ChartFiles.write(folder, "secret.txt", "secret");
    Files.createSymbolicLink(web.resolve("a"), Path.of("../secret.txt"));
    Files.createSymbolicLink(web.resolve("b"), Path.of("gone"));
    Files.createSymbolicLink(web.resolve("c"), Path.of("."));
    assertThat(refusal().problems())
        .extracting(Problem::code)
        .containsExactly("chart.link-outside", "chart.link-broken", "chart.link-loop");
  }

  @Test
  void ignored_links_do_no_harm() throws IOException {
    ChartFiles.write(web, ".helmignore", "out\ngone\n");
    Files.createSymbolicLink(web.resolve("out"), Path.of(".."));
    Files.createSymbolicLink(web.resolve("gone"), Path.of("nowhere"));
    assertThat(load().files()).hasSize(1);
  }

  @Test
  void a_chart_that_is_too_large_is_refused_before_it_fills_the_memory() {
    ChartFiles.write(web, "a.txt", "x".repeat(100));
    ChartFiles.write(web, "b.txt", "x".repeat(100));
    assertThat(codes(new LoadLimits(1000, 99, 10, 10)))
        .containsExactly("chart.file-too-large", "chart.file-too-large");
    assertThat(codes(new LoadLimits(200, 100, 10, 10))).containsExactly("chart.too-large");
    assertThat(codes(new LoadLimits(1000, 100, 2, 10))).containsExactly("chart.too-many-files");
  }

  private List<String> codes(LoadLimits limits) {
    ChartException refused =
        catchThrowableOfType(
            ChartException.class, () -> ChartLoader.load(web, "web", limits, new Problems()));
    return refused.problems().stream().map(Problem::code).toList();
  }

  @Test
  void documents_of_values_yaml_are_read_one_over_the_other_and_empty_ones_are_nothing() {
    ChartFiles.write(web, "values.yaml", "# nothing\n---\na: 1\n---\n");
    assertThat(load().values()).hasToString("{\"a\":1}");
  }

  @Test
  void text_that_is_not_gzip_is_no_archive() {
    ChartFiles.write(folder, "values.yaml", "a: 1");
    ChartException refused =
        catchThrowableOfType(
            ChartException.class,
            () -> ChartLoader.load(folder.resolve("values.yaml"), "values.yaml", new Problems()));
    assertThat(refused).hasMessage("values.yaml: `values.yaml` is not a gzipped tar archive.");
    assertThat(refused.problems().getFirst().hint()).contains("`-f`");
  }

  @Test
  void an_archive_cut_short_says_so() {
    byte[] whole = ChartFiles.archive(tar -> tar.file("web/Chart.yaml", CHART_YAML));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    ChartException refused =
        catchThrowableOfType(
            ChartException.class,
            () ->
                ChartLoader.readArchive(new ByteArrayInputStream(half), "web.tgz", new Problems()));
    assertThat(refused.problems().getFirst().message()).isEqualTo("`web.tgz` ends too early.");
  }

  @Test
  void text_in_utf_8_is_text_anywhere() {
    ChartFiles.write(web, "ä/ö.txt", "ü€😀");
    ChartFile file = load().files().getFirst();
    assertThat(file.path()).isEqualTo("ä/ö.txt");
    assertThat(file.bytes()).isEqualTo("ü€😀".getBytes(StandardCharsets.UTF_8));
  }
}
