package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTreeTest {

  @TempDir private Path folder;

  private final Problems warnings = new Problems();

  @BeforeEach
  void a_chart_in_a_chart_in_a_chart() {
    ChartFiles.write(folder, "Chart.yaml", ChartFiles.CHART_YAML);
    ChartFiles.write(folder, "charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    ChartFiles.write(
        folder, "charts/db/charts/disk/Chart.yaml", ChartFiles.chartYaml("disk", "1.0.0"));
    ChartFiles.write(folder, "values.yaml", "name: web\ndb:\n  size: 5\n  disk:\n    speed: 9\n");
    ChartFiles.write(folder, "charts/db/values.yaml", "size: 1\nm: {a: 1, b: 2}\nnothing: null\n");
    ChartFiles.write(folder, "charts/db/charts/disk/values.yaml", "speed: 1\nkind: ssd\n");
  }

  private Chart chart() {
    return ChartLoader.load(folder, "web", new Problems());
  }

  private MapNode values(String user) {
    Node over = YamlReader.read(new Source("user.yaml", user));
    return ValuesTree.coalesce(
        chart(), over instanceof MapNode map ? map : MapNode.EMPTY, warnings);
  }

  @Test
  void the_parent_ranks_above_the_subchart_and_the_user_above_both() {
    assertThat(values(""))
        .hasToString(
            "{\"name\":\"web\",\"db\":{\"size\":5,\"m\":{\"a\":1,\"b\":2},"
                + "\"disk\":{\"speed\":9,\"kind\":\"ssd\",\"global\":{}},\"global\":{}}}");
    assertThat(values("{db: {size: 7, disk: {speed: 8}}}").at("db", "disk", "speed"))
        .hasToString("8");
  }

  @Test
  void each_leaf_keeps_its_place() {
    MapNode values = values("db:\n  m:\n    a: 3\n");
    assertThat(place(values, "db", "m", "a")).isEqualTo("user.yaml:3:8");
    assertThat(place(values, "db", "m", "b")).isEqualTo("web/charts/db/values.yaml:2:14");
    assertThat(place(values, "db", "size")).isEqualTo("web/values.yaml:3:9");
    assertThat(place(values, "db", "disk", "kind"))
        .isEqualTo("web/charts/db/charts/disk/values.yaml:2:7");
  }

  private static String place(MapNode values, String... path) {
    Node node = values.at(path);
    assertThat(node).isNotNull();
    return node.origin().toString();
  }

  @Test
  void a_null_removes_what_a_subchart_sets_at_any_depth() {
    MapNode values = values("{db: {size: null, m: {b: null}, disk: {kind: null}}}");
    assertThat(values.map("db").has("size")).isFalse();
    assertThat(values.at("db", "m")).hasToString("{\"a\":1}");
    assertThat(values.at("db", "disk")).hasToString("{\"speed\":9,\"global\":{}}");
  }

  @Test
  void globals_reach_every_chart_and_those_above_win() {
    ChartFiles.write(folder, "charts/db/values.yaml", "global: {zone: b, own: 1, m: {x: 1}}\n");
    MapNode values = values("{global: {zone: a, m: {z: 2}}}");
    assertThat(values.map("global").has("own")).isFalse();
    assertThat(values.at("db", "disk", "global", "zone")).hasToString("\"a\"");
    assertThat(values.at("db", "global", "zone")).hasToString("\"a\"");
    assertThat(values.at("db", "disk", "global", "m", "z")).hasToString("2");
  }

  @Test
  void a_subchart_sees_its_own_part() {
    Chart chart = chart();
    Chart db = chart.dependencies().getFirst();
    MapNode seen = ValuesTree.forSubchart(values("{global: {zone: a}}"), db);
    assertThat(seen.keys()).contains("size", "m", "disk", "global").doesNotContain("name");
  }

  @Test
  void null_for_a_whole_subchart_leaves_its_own_defaults() {
    assertThat(values("{db: null}").at("db", "size")).hasToString("1");
  }

  @Test
  void values_of_a_subchart_that_are_no_map_are_an_error_at_their_place() {
    assertThatThrownBy(() -> values("db: off-please\n"))
        .isInstanceOf(ChartException.class)
        .hasMessage(
            "user.yaml:1:5: `db` sets the values of the subchart `db` and must be a map, not a"
                + " string.");
  }
}
