package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.unit.ProblemPattern;
import dev.pannier.engine.unit.property.Counterexample;
import dev.pannier.engine.unit.property.PropertyReport;
import dev.pannier.engine.unit.property.PropertySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyTest {
  @TempDir private Path folder;

  @BeforeEach
  void chart() {
    file("Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    file("values.yaml", "data: {a: b}\nname: web\n");
    file(
        "values.schema.json",
        """
        {"additionalProperties": false,
         "properties": {
           "name": {"type": "string", "pattern": "^[a-z]{1,20}$"},
           "data": {"type": "object", "propertyNames": {"pattern": "^[a-zA-Z][-_a-zA-Z0-9]{0,40}$"},
                    "additionalProperties": {"type": "string"}},
           "port": {"type": "integer", "minimum": 1, "maximum": 65535},
           "mode": {"enum": ["a", "b", "broken"]}}}
        """);
    file(
        "templates/config.yaml.hbs",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{Values.name}}
        data:
          {{Values.data}}
        """);
  }

  @Test
  void a_sound_chart_has_no_counterexample() {
    PropertyReport report = run(7, 300);

    assertThat(report.failures()).isEmpty();
    assertThat(report.runs()).isEqualTo(300);
    assertThat(report.unfit()).isLessThan(30);
    assertThat(report.stoppedEarly()).isFalse();
  }

  @Test
  void the_smallest_values_are_found_whatever_the_seed() {
    file(
        "templates/service.yaml.hbs",
        """
        {{#if (eq Values.mode "broken")}}
        {{#if (gt Values.port 1024)}}
        apiVersion: v1
        kind: Service
        metadata: {name: {{Values.name}}}
        spec: {prots: []}
        {{/if}}
        {{/if}}
        """
            .replace("Values.mode", "(get Values \"mode\")")
            .replace("(gt Values.port 1024)", "(gt (int (get Values \"port\")) 1024)"));
    for (long seed = 1; seed <= 5; seed++) {
      List<Counterexample> failures = run(seed, 300).failures();
      assertThat(failures).as("seed " + seed).hasSize(1);
      assertThat(failures.getFirst().text())
          .as("seed " + seed)
          .isIn("port: 1025\nmode: broken\n", "mode: broken\nport: 1025\n");
      assertThat(failures.getFirst().problems().getFirst().code())
          .isEqualTo("manifest.unknown-field");
    }
  }

  @Test
  void problems_point_into_the_smallest_values() {
    file(
        "templates/raw.yaml.hbs",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: x}
        spec: {containers: [{name: a, ports: [{containerPort: {{default "80" (get Values "port")}}}]}]}
        """);
    Counterexample failure = run(3, 50).failures().getFirst();

    assertThat(failure.run()).isEqualTo(1);
    assertThat(failure.values().isEmpty()).isTrue();
    assertThat(failure.problems().getFirst().location().source().name()).endsWith("raw.yaml.hbs");
  }

  @Test
  void what_a_template_writes_raw_is_found() {
    file(
        "templates/raw.yaml.hbs",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: x}
        stringData:
          text: {{{default "" Values.data.text}}}
        """);
    file(
        "values.schema.json",
        """
        {"properties": {"data": {"type": "object", "properties": {"text": {"type": "string"}}}}}
        """);
    file("values.yaml", "data: {text: a}\nname: web\n");
    List<Counterexample> failures = run(5, 300).failures();

    assertThat(failures).isNotEmpty();
    assertThat(failures).allSatisfy(each -> assertThat(each.text().length()).isLessThan(60));
    assertThat(failures)
        .anySatisfy(each -> assertThat(each.problems().getFirst().code()).isEqualTo("yaml.syntax"));
  }

  @Test
  void the_same_seed_finds_the_same() {
    file(
        "templates/fail.yaml.hbs",
        "{{#if (eq (get Values \"mode\") \"b\")}}{{fail \"b is not\"}}{{/if}}\n");
    assertThat(run(9, 50).failures()).isEqualTo(run(9, 50).failures()).hasSize(1);
  }

  @Test
  void what_is_allowed_is_no_failure() {
    file(
        "templates/fail.yaml.hbs",
        "{{#if (eq (get Values \"mode\") \"b\")}}{{fail \"b is not\"}}{{/if}}\n");
    PropertySettings settings = settings(9, 50);
    assertThat(
            tests()
                .property(settings.allowing(List.of(new ProblemPattern("template.*", ""))))
                .failures())
        .isEmpty();

    file("tests/property.yaml", "allow: {code: template.*, message: b is not}\n");
    assertThat(tests().cases().warnings()).isEmpty();
    assertThat(tests().property(settings).failures()).isEmpty();

    file("tests/property.yaml", "allow: {message: something else}\n");
    assertThat(tests().property(settings).failures()).hasSize(1);

    file("tests/property.yaml", "alow: a\nallow: [{}, [b]]\n");
    assertThatThrownBy(() -> tests().property(settings))
        .hasMessageContaining("`alow` is no key")
        .hasMessageContaining("This would allow any problem.")
        .hasMessageContaining("`allow` takes codes of problems");
  }

  @Test
  void values_of_subcharts_are_drawn_from_their_schemas() {
    file("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
    file("charts/db/values.yaml", "size: 1\n");
    file("charts/db/values.schema.json", "{\"properties\": {\"size\": {\"enum\": [1, 2]}}}");
    file("charts/db/templates/fail.yaml.hbs", "{{#if (eq Values.size 2)}}{{fail \"no\"}}{{/if}}\n");

    assertThat(run(1, 100).failures())
        .singleElement()
        .satisfies(each -> assertThat(each.text()).isEqualTo("db:\n  size: 2\n"));
  }

  @Test
  void without_a_schema_or_with_a_broken_one_it_is_told() throws IOException {
    file("values.schema.json", "{\"properties\": {\"name\": {\"type\": \"strin\"}}}");
    assertThatThrownBy(() -> run(1, 1)).hasMessageContaining("`strin` is no type");
    Files.delete(folder.resolve("values.schema.json"));
    assertThatThrownBy(() -> run(1, 1)).hasMessageContaining("has no values.schema.json");
  }

  @Test
  void it_stops_when_the_time_is_over() {
    PropertyReport report =
        tests().property(new PropertySettings(1, 1_000_000, Duration.ofMillis(300), List.of()));
    assertThat(report.stoppedEarly()).isTrue();
    assertThat(report.time()).isLessThan(Duration.ofSeconds(20));
  }

  private PropertyReport run(long seed, int runs) {
    return tests().property(settings(seed, runs));
  }

  private static PropertySettings settings(long seed, int runs) {
    return new PropertySettings(seed, runs, Duration.ofSeconds(60), List.of());
  }

  private ChartTests tests() {
    return new ChartTests(ChartLoader.load(folder), folder, "web", "");
  }

  private void file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
