package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDependenciesTest {

  @TempDir private Path folder;

  private final Problems warnings = new Problems();

  @BeforeEach
  void two_subcharts() {
    subchart("db", "1.2.0", "size: 1\nenabled: true\n");
    subchart("cache", "2.0.0", "exports:\n  data:\n    ttl: 60\n    max: 10\ninner:\n  x: 1\n");
  }

  private void subchart(String name, String version, String values) {
    ChartFiles.write(folder, "charts/" + name + "/Chart.yaml", ChartFiles.chartYaml(name, version));
    ChartFiles.write(folder, "charts/" + name + "/values.yaml", values);
  }

  private void asks(String dependencies) {
    ChartFiles.write(
        folder, "Chart.yaml", ChartFiles.CHART_YAML + "dependencies:\n" + dependencies);
  }

  private void defaults(String values) {
    ChartFiles.write(folder, "values.yaml", values);
  }

  private static MapNode yaml(String text) {
    return YamlReader.read(new Source("user.yaml", text)) instanceof MapNode map
        ? map
        : MapNode.EMPTY;
  }

  private Chart resolve(String user) {
    return ChartDependencies.resolve(ChartLoader.load(folder), yaml(user), warnings);
  }

  private MapNode values(String user) {
    return ValuesTree.coalesce(resolve(user), yaml(user), warnings);
  }

  @Test
  void charts_that_nobody_asks_for_are_there_all_the_same() {
    ChartFiles.write(folder, "Chart.yaml", ChartFiles.CHART_YAML);
    assertThat(resolve("").dependencies()).extracting(Chart::name).containsExactly("cache", "db");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | on",
        "db: {enabled: false} | off",
        "db: {enabled: no} | off",
        "db: {enabled: true} | on",
        "db: {enabled: 'false'} | on",
        "first: false | off",
        "first: true, db: {enabled: false} | on",
        "first: {a: 1}, db: {enabled: false} | off",
        "tags: {storage: false} | on",
      })
  void the_first_condition_that_is_a_boolean_decides(String user, String outcome) {
    asks("  - name: db\n    condition: first, db.enabled\n    tags: [storage]\n");
    assertThat(resolve(user.isEmpty() ? "" : "{" + user + "}").dependencies())
        .extracting(Chart::name)
        .contains("cache")
        .hasSize(outcome.equals("on") ? 2 : 1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | on",
        "{tags: {a: false}} | off",
        "{tags: {a: false, b: true}} | on",
        "{tags: {a: true}} | on",
        "{tags: {a: 'false'}} | on",
        "{tags: {c: false}} | on",
        "{gate: true, tags: {a: false}} | on",
        "{gate: false, tags: {a: true}} | off",
      })
  void one_true_tag_is_enough_and_conditions_come_first(String user, String outcome) {
    asks("  - name: db\n    condition: gate\n    tags: [a, b]\n");
    assertThat(resolve(user).dependencies()).hasSize(outcome.equals("on") ? 2 : 1);
    assertThat(resolve(user).metadata().dependencies()).hasSize(outcome.equals("on") ? 1 : 0);
  }

  @Test
  void tags_and_conditions_reach_the_charts_of_subcharts() {
    asks("  - name: db\n");
    ChartFiles.write(
        folder,
        "charts/db/Chart.yaml",
        ChartFiles.chartYaml("db", "1.2.0")
            + "dependencies:\n  - name: disk\n    condition: disk.enabled\n"
            + "  - name: tape\n    tags: [slow]\n");
    ChartFiles.write(
        folder, "charts/db/charts/disk/Chart.yaml", ChartFiles.chartYaml("disk", "1.0.0"));
    ChartFiles.write(
        folder, "charts/db/charts/tape/Chart.yaml", ChartFiles.chartYaml("tape", "1.0.0"));
    assertThat(db(resolve("")).dependencies()).hasSize(2);
    assertThat(db(resolve("{db: {disk: {enabled: false}}}")).dependencies())
        .extracting(Chart::name)
        .containsExactly("tape");
    assertThat(db(resolve("{tags: {slow: false}}")).dependencies())
        .extracting(Chart::name)
        .containsExactly("disk");
    assertThat(db(resolve("{db: {tags: {slow: false}}}")).dependencies()).hasSize(2);
  }

  private static Chart db(Chart chart) {
    return chart.dependencies().stream()
        .filter(each -> each.name().equals("db"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_chart_goes_by_many_aliases_each_with_values_of_its_own() {
    asks("  - name: db\n    alias: users\n  - name: db\n    alias: orders\n");
    assertThat(resolve("").dependencies())
        .extracting(Chart::name)
        .containsExactly("cache", "users", "orders");
    MapNode values = values("{orders: {size: 5}}");
    assertThat(values.at("users", "size")).hasToString("1");
    assertThat(values.at("orders", "size")).hasToString("5");
    assertThat(values.has("db")).isFalse();
  }

  @Test
  void an_alias_that_is_switched_off_leaves_the_other_one() {
    asks(
        "  - name: db\n    alias: users\n    condition: users.active\n"
            + "  - name: db\n    alias: orders\n");
    assertThat(resolve("{users: {active: false}}").dependencies())
        .extracting(Chart::name)
        .containsExactly("cache", "orders");
  }

  @Test
  void a_chart_in_two_versions_is_told_apart_by_range() {
    ChartFiles.write(folder, "charts/db-old/Chart.yaml", ChartFiles.chartYaml("db", "0.9.0"));
    asks("  - name: db\n    version: ^1\n  - name: db\n    version: 0.x\n    alias: old\n");
    assertThat(resolve("").dependencies())
        .extracting(Chart::name, chart -> chart.metadata().version())
        .contains(tuple("db", "1.2.0"), tuple("old", "0.9.0"));
  }

  @Test
  void a_missing_chart_that_is_switched_off_is_not_missed() {
    asks("  - name: queue\n    condition: queue.enabled\n");
    defaults("queue:\n  enabled: false\n");
    assertThat(resolve("").dependencies()).hasSize(2);
    assertThatThrownBy(() -> resolve("{queue: {enabled: true}}"))
        .isInstanceOf(ChartException.class)
        .hasMessageContaining("`queue` is asked for, but is not in charts/");
  }

  @Test
  void exports_are_imported_to_the_top_below_what_the_parent_sets() {
    asks("  - name: cache\n    import-values: [data]\n");
    defaults("ttl: 5\n");
    MapNode values = values("");
    assertThat(values.get("ttl")).hasToString("5");
    assertThat(values.get("max")).hasToString("10");
    assertThat(values.at("cache", "exports", "data", "ttl")).hasToString("60");
  }

  @Test
  void maps_are_imported_from_a_path_to_a_path() {
    asks("  - name: cache\n    import-values:\n      - child: inner\n        parent: a.b\n");
    assertThat(values("").at("a", "b", "x")).hasToString("1");
    assertThat(values("{a: {b: {x: 2}}}").at("a", "b", "x")).hasToString("2");
    assertThat(values("{a: {b: {x: null}}}").at("a", "b")).hasToString("{}");
  }

  @Test
  void an_import_under_the_alias_finds_the_chart() {
    asks("  - name: cache\n    alias: c\n    import-values: [data]\n");
    assertThat(values("").get("max")).hasToString("10");
    assertThat(warnings.all()).isEmpty();
  }

  @Test
  void imports_from_a_chart_that_is_off_do_not_happen() {
    asks("  - name: cache\n    condition: gate\n    import-values: [data]\n");
    assertThat(values("{gate: false}").has("max")).isFalse();
  }

  @Test
  void imports_go_up_through_every_level() {
    asks("  - name: db\n    import-values: [deep]\n");
    ChartFiles.write(
        folder,
        "charts/db/Chart.yaml",
        ChartFiles.chartYaml("db", "1.0.0")
            + "dependencies:\n  - name: disk\n    import-values:\n"
            + "      - child: out\n        parent: exports.deep\n");
    ChartFiles.write(
        folder, "charts/db/charts/disk/Chart.yaml", ChartFiles.chartYaml("disk", "1.0.0"));
    ChartFiles.write(folder, "charts/db/charts/disk/values.yaml", "out:\n  bytes: 512\n");
    assertThat(values("").get("bytes")).hasToString("512");
  }

  @Test
  void resolving_twice_changes_nothing() {
    asks("  - name: db\n    alias: users\n  - name: cache\n    import-values: [data]\n");
    Chart chart = ChartLoader.load(folder);
    MapNode first =
        ValuesTree.coalesce(
            ChartDependencies.resolve(chart, MapNode.EMPTY, warnings), MapNode.EMPTY, warnings);
    MapNode second =
        ValuesTree.coalesce(
            ChartDependencies.resolve(chart, MapNode.EMPTY, warnings), MapNode.EMPTY, warnings);
    assertThat(first.toString()).isEqualTo(second.toString());
  }
}
