package dev.pannier.engine.chart;

import static dev.pannier.engine.chart.ChartFiles.chartYaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problems;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies in the folders beside a chart; what is wrong with them is in BrokenChartsTest. */
class ChartNeighboursTest {

  @TempDir private Path folder;

  private void file(String path, String text) {
    ChartFiles.write(folder, path, text);
  }

  private Chart load() {
    return ChartLoader.load(folder.resolve("web"), "charts/web", new Problems());
  }

  @Test
  void a_chart_is_loaded_from_the_folder_beside() {
    file("web/Chart.yaml", chartYaml("web", "1.0.0", "common"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    file("common/templates/_names.hbs", "x");
    assertThat(load().dependencies())
        .singleElement()
        .satisfies(common -> {
          assertThat(common.name()).isEqualTo("common");
          assertThat(common.templates())
              .extracting(ChartFile::displayPath)
              .containsExactly("charts/common/templates/_names.hbs");
        });
  }

  @Test
  void the_folder_is_found_from_wherever_people_stand() {
    file("web/Chart.yaml", chartYaml("web", "1.0.0", "common"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    file("common/values.yaml", "a: 1");
    Chart here = ChartLoader.load(folder.resolve("web"), ".", new Problems());
    assertThat(here.dependencies().getFirst().valuesFile().orElseThrow().displayPath())
        .isEqualTo("../common/values.yaml");
  }

  @Test
  void an_absolute_path_is_taken_as_it_is() {
    Path db = folder.resolve("elsewhere/db");
    file(
        "web/Chart.yaml",
        chartYaml("web", "1.0.0") + "dependencies: [{name: db, repository: file://" + db + "}]\n");
    file("elsewhere/db/Chart.yaml", chartYaml("db", "1.0.0"));
    assertThat(load().dependencies()).extracting(Chart::name).containsExactly("db");
  }

  @Test
  void charts_beside_ask_for_charts_beside_them_and_each_is_read_once() {
    file("web/Chart.yaml", chartYaml("web", "1.0.0", "db", "common"));
    file("db/Chart.yaml", chartYaml("db", "1.0.0", "common"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    Chart web = load();
    assertThat(web.dependencies()).extracting(Chart::name).containsExactly("db", "common");
    assertThat(web.dependencies().getFirst().dependencies())
        .singleElement()
        .isSameAs(web.dependencies().getLast());
  }

  @Test
  void a_folder_in_charts_asks_for_what_lies_beside_it() {
    file("web/Chart.yaml", chartYaml("web", "1.0.0"));
    file("web/charts/db/Chart.yaml", chartYaml("db", "1.0.0", "common"));
    file("web/charts/common/Chart.yaml", chartYaml("common", "1.0.0"));
    Chart db = load().dependencies().getLast();
    assertThat(db.dependencies()).extracting(Chart::name).containsExactly("common");
  }

  @Test
  void one_folder_serves_two_aliases() {
    file(
        "web/Chart.yaml",
        chartYaml("web", "1.0.0")
            + "dependencies:\n"
            + "  - {name: db, alias: users, repository: file://../db}\n"
            + "  - {name: db, alias: orders, repository: file://../db}\n");
    file("db/Chart.yaml", chartYaml("db", "1.0.0"));
    assertThat(load().dependencies()).hasSize(1);
  }

  @Test
  void what_lies_in_charts_wins() {
    file("web/Chart.yaml", chartYaml("web", "1.0.0", "common"));
    file("web/charts/common/Chart.yaml", chartYaml("common", "0.9.0"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    assertThat(load().dependencies())
        .singleElement()
        .satisfies(common -> assertThat(common.metadata().version()).isEqualTo("0.9.0"));
  }

  @Test
  void a_package_holds_what_lay_beside_the_chart() throws IOException {
    file("web/Chart.yaml", chartYaml("web", "1.0.0", "db"));
    file("db/Chart.yaml", chartYaml("db", "1.0.0", "common"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    ChartPackage.of(load()).write(archive);
    Chart packed =
        ChartLoader.readArchive(
            new ByteArrayInputStream(archive.toByteArray()), "web-1.0.0.tgz", new Problems());
    assertThat(packed.dependencies())
        .singleElement()
        .satisfies(db -> {
          assertThat(db.name()).isEqualTo("db");
          assertThat(db.dependencies()).extracting(Chart::name).containsExactly("common");
        });
  }

  @Test
  void an_archive_in_charts_reaches_no_folder() throws IOException {
    file("web/Chart.yaml", chartYaml("web", "1.0.0"));
    file("common/Chart.yaml", chartYaml("common", "1.0.0"));
    file("web/common/Chart.yaml", chartYaml("common", "1.0.0"));
    file("web/charts/common/Chart.yaml", chartYaml("common", "1.0.0"));
    Files.write(
        folder.resolve("web/charts/db.tgz"),
        ChartFiles.archive(tar -> tar.file("db/Chart.yaml", chartYaml("db", "1.0.0", "common"))));
    Chart db = load().dependencies().getLast();
    assertThat(db.name()).isEqualTo("db");
    assertThat(db.dependencies()).isEmpty();
  }
}
