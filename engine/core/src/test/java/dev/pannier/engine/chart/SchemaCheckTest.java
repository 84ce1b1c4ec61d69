package dev.pannier.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCheckTest {

  @TempDir private Path folder;

  @BeforeEach
  void a_chart_in_a_chart_in_a_chart() {
    ChartFiles.write(folder, "Chart.yaml", ChartFiles.CHART_YAML);
    ChartFiles.write(folder, "charts/db/Chart.yaml", ChartFiles.chartYaml("db", "1.0.0"));
    ChartFiles.write(folder, "charts/db/values.yaml", "size: 1\nm: {a: 1, b: 2}\n");
    ChartFiles.write(
        folder, "charts/db/charts/disk/Chart.yaml", ChartFiles.chartYaml("disk", "1.0.0"));
    ChartFiles.write(folder, "charts/db/charts/disk/values.yaml", "kind: ssd\n");
  }

  @Test
  void a_schema_that_allows_nothing_more_is_met_in_spite_of_globals_and_subcharts() {
    String schema =
        """
        {"type": "object", "additionalProperties": false,
         "properties": {"size": {"type": "integer"}, "m": {"type": "object"}}}
        """;
    ChartFiles.write(folder, "charts/db/values.schema.json", schema);
    assertThat(check("{global: {zone: a}}")).isEmpty();
    assertThat(check("{db: {sise: 1}}")).hasSize(1);
  }

  @Test
  void the_key_by_which_a_parent_switches_a_subchart_on_need_not_be_in_its_schema() {
    ChartFiles.write(
        folder,
        "Chart.yaml",
        ChartFiles.CHART_YAML
            + "dependencies: [{name: db, version: 1.x, condition: 'db.enabled,global.db'}]\n");
    ChartFiles.write(
        folder,
        "charts/db/values.schema.json",
        """
        {"additionalProperties": false, "properties": {"size": {}, "m": {}}}
        """);
    assertThat(check("{db: {enabled: true}}")).isEmpty();
    assertThat(check("{db: {enable: true}}")).hasSize(1);
  }

  @Test
  void a_schema_that_names_globals_and_subcharts_checks_them() {
    String schema =
        """
        {"properties": {
           "global": {"required": ["zone"]},
           "disk": {"properties": {"kind": {"enum": ["hdd"]}}}}}
        """;
    ChartFiles.write(folder, "charts/db/values.schema.json", schema);
    assertThat(check("")).hasSize(2);
    assertThat(check("{global: {zone: a}, db: {disk: {kind: hdd}}}")).isEmpty();
  }

  @Test
  void every_chart_is_checked_by_its_own_schema_and_paths_are_those_of_the_whole() {
    ChartFiles.write(folder, "values.schema.json", "{\"required\": [\"name\"]}");
    ChartFiles.write(
        folder,
        "charts/db/charts/disk/values.schema.json",
        "{\"properties\": {\"kind\": {\"type\": \"integer\"}}}");
    assertThat(check(""))
        .extracting(Problem::message)
        .hasSize(2)
        .anyMatch(message -> message.contains("`db.disk.kind`"));
  }

  @Test
  void a_schema_that_is_no_json_is_told_at_its_place() {
    ChartFiles.write(folder, "charts/db/values.schema.json", "{\n  size\n}");
    assertThat(check(""))
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.location())
                .asString()
                .startsWith("web/charts/db/values.schema.json:2:"));
  }

  private List<Problem> check(String user) {
    Chart chart = ChartLoader.load(folder, "web", new Problems());
    MapNode over =
        YamlReader.read(new Source("user.yaml", user)) instanceof MapNode map ? map : MapNode.EMPTY;
    return SchemaCheck.check(chart, ValuesTree.coalesce(chart, over, new Problems()));
  }
}
