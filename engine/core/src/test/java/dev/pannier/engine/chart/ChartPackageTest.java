package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPackageTest {

  private static final String CHART_YAML =
      """
      # A chart to pack.
      apiVersion: v2
      name: web
      version: 1.2.3  # bumped by hand
      appVersion: "1.29"
      dependencies:
        - name: db
          version: ^1
      """;

  private static final List<List<String>> FILES =
      List.of(
          List.of("Chart.yaml", CHART_YAML),
          List.of("values.yaml", "a: 1 # one\n"),
          List.of("values.schema.json", "{}"),
          List.of("templates/z.yaml.hbs", "z"),
          List.of("templates/a.yaml.hbs", "a"),
          List.of("templates/" + "deep/".repeat(30) + "x.yaml.hbs", "deep"),
          List.of("crds/crd.yaml", "crd"),
          List.of("ä.txt", "ü"),
          List.of("Chart.lock", "digest: sha256:1\ndependencies:\n- name: db\n  version: 1.0.0\n"),
          List.of("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n"),
          List.of("charts/db/templates/x.yaml.hbs", "x"));

  @TempDir private Path folder;

  private Path web;

  @BeforeEach
  void a_chart() {
    web = folder.resolve("web");
    FILES.forEach(file -> ChartFiles.write(web, file.get(0), file.get(1)));
  }

  private ChartPackage chartPackage() {
    return ChartPackage.of(ChartLoader.load(web));
  }

  private static byte[] bytes(ChartPackage chart) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      chart.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Chart read(ChartPackage chart) {
    return ChartLoader.readArchive(
        new ByteArrayInputStream(bytes(chart)), chart.fileName(), new Problems());
  }

  @Test
  void what_is_packed_reads_back_as_the_same_chart() {
    Chart before = ChartLoader.load(web);
    Chart after = read(chartPackage());
    assertThat(after.metadata().raw()).isEqualTo(before.metadata().raw());
    assertThat(after.values()).isEqualTo(before.values());
    assertThat(after.lock()).isEqualTo(before.lock());
    assertThat(texts(after)).isEqualTo(texts(before));
    assertThat(after.dependencies()).hasSize(1);
    assertThat(texts(after.dependencies().getFirst()))
        .isEqualTo(texts(before.dependencies().getFirst()));
  }

  private static List<String> texts(Chart chart) {
    return Stream.of(chart.templates(), chart.crds(), chart.files())
        .flatMap(List::stream)
        .map(file -> file.path() + "=" + file.text())
        .sorted()
        .toList();
  }

  @Test
  void the_same_chart_gives_the_same_bytes_whenever_and_in_whatever_order_it_was_written()
      throws IOException {
    byte[] first = bytes(chartPackage());
    Path other = folder.resolve("other");
    List<List<String>> shuffled = new ArrayList<>(FILES);
    Collections.shuffle(shuffled, new Random(3));
    for (List<String> file : shuffled) {
      ChartFiles.write(other, file.get(0), file.get(1));
      Files.setLastModifiedTime(
          other.resolve(file.get(0)), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    }
    byte[] second = bytes(ChartPackage.of(ChartLoader.load(other)));
    assertThat(ChartFiles.sha256(second)).isEqualTo(ChartFiles.sha256(first));
    assertThat(ChartFiles.sha256(bytes(chartPackage()))).isEqualTo(ChartFiles.sha256(first));
  }

  @Test
  void entries_are_sorted_and_tell_nothing_of_their_maker() throws IOException {
    List<TarArchiveEntry> entries =
        entries(bytes(chartPackage().time(Instant.parse("2026-11-20T10:20:30.5Z"))));
    assertThat(entries.getFirst().getName()).isEqualTo("web/Chart.yaml");
    assertThat(entries.subList(1, entries.size()))
        .extracting(TarArchiveEntry::getName)
        .isSorted()
        .contains("web/Chart.lock", "web/charts/db/Chart.yaml", "web/crds/crd.yaml", "web/ä.txt");
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.getMode() & 0777).isEqualTo(0644);
          assertThat(entry.getLongUserId()).isZero();
          assertThat(entry.getLongGroupId()).isZero();
          assertThat(entry.getUserName()).isEmpty();
          assertThat(entry.getLastModifiedTime().toInstant())
              .isEqualTo(Instant.parse("2026-11-20T10:20:30Z"));
        });
  }

  private static List<TarArchiveEntry> entries(byte[] archive) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)), "UTF-8");
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      entries.add(entry);
    }
    return entries;
  }

  @Test
  void the_gzip_header_has_neither_time_nor_name() {
    byte[] bytes = bytes(chartPackage());
    assertThat(bytes).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  @Test
  void other_versions_change_their_lines_only() {
    ChartPackage other = chartPackage().version("2.0.0-rc.1").appVersion("1.30");
    assertThat(other.fileName()).isEqualTo("web-2.0.0-rc.1.tgz");
    assertThat(chartYaml(other))
        .isEqualTo(
            CHART_YAML.replace("version: 1.2.3 ", "version: 2.0.0-rc.1 ").replace("1.29", "1.30"));
  }

  private static String chartYaml(ChartPackage chart) {
    return read(chart).metadata().raw().origin().source().text();
  }

  @Test
  void an_app_version_that_was_not_there_is_added() {
    ChartFiles.write(web, "Chart.yaml", ChartFiles.CHART_YAML.stripTrailing());
    assertThat(chartYaml(chartPackage().appVersion("2")))
        .isEqualTo(ChartFiles.CHART_YAML + "appVersion: \"2\"\n");
  }

  @Test
  void a_chart_yaml_that_no_line_can_be_changed_in_is_written_anew() {
    ChartFiles.write(web, "Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0}\n");
    assertThat(read(chartPackage().version("2.0.0")).metadata())
        .extracting(ChartMetadata::name, ChartMetadata::version)
        .containsExactly("web", "2.0.0");
    ChartFiles.write(web, "Chart.yaml", "apiVersion: v2\nname: web\nversion: >-\n  1.0.0\n");
    assertThat(read(chartPackage().version("2.0.0")).metadata().version()).isEqualTo("2.0.0");
  }

  @Test
  void what_is_no_version_is_refused() {
    assertThatThrownBy(() -> chartPackage().version("two"))
        .isInstanceOf(ChartException.class)
        .hasMessage("`two` is no version.");
  }

  @Test
  void a_chart_whose_dependencies_are_missing_is_not_packed() {
    ChartFiles.write(web, "Chart.yaml", CHART_YAML + "  - name: cache\n    condition: never\n");
    assertThatThrownBy(this::chartPackage)
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("`cache` is asked for, but is not in charts/");
  }

  @Test
  void two_versions_of_one_subchart_do_not_fall_upon_each_other() {
    ChartFiles.write(web, "charts/old/Chart.yaml", ChartFiles.chartYaml("db", "0.9.0"));
    assertThat(read(chartPackage()).dependencies())
        .extracting(chart -> chart.metadata().version())
        .containsExactlyInAnyOrder("1.0.0", "0.9.0");
  }

  @Test
  void requirements_of_old_charts_are_packed_and_no_chart_lock_is() throws IOException {
    ChartFiles.write(web, "Chart.yaml", "apiVersion: v1\nname: web\nversion: 1.0.0\n");
    ChartFiles.write(web, "requirements.yaml", "dependencies:\n- name: db\n  version: ^1\n");
    assertThat(entries(bytes(chartPackage())))
        .extracting(TarArchiveEntry::getName)
        .contains("web/requirements.yaml")
        .doesNotContain("web/Chart.lock");
  }

  @Test
  void the_archive_appears_whole_in_a_folder_that_is_made() throws IOException {
    Path target = folder.resolve("a/b");
    Path written = chartPackage().writeInto(target);
    chartPackage().writeInto(target);
    assertThat(written).hasFileName("web-1.2.3.tgz").exists();
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files).containsExactly(written);
    }
    assertThat(Files.readAllBytes(written)).isEqualTo(bytes(chartPackage()));
  }

  @Test
  void a_disk_that_refuses_is_told_in_a_sentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> chartPackage().writeInto(file))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("cannot be written");
  }
}
