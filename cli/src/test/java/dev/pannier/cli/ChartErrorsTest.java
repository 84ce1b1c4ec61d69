package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of mistakes in charts and values. */
class ChartErrorsTest {
  private final Goldens goldens = Goldens.in("errors");

  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void chart() {
    terminal = new Terminal(directory).chart();
  }

  @Test
  void a_chart_that_is_not_there() {
    thenFails("no-chart", "template web wev", "template web repo/web", "template web oci://h/web");
  }

  @Test
  void a_folder_that_is_no_chart() {
    thenFails("not-a-chart", "template web web/templates");
  }

  @Test
  void a_misspelt_value() {
    terminal.file("web/templates/x.yaml.hbs", "a: 1\nimage: {{Values.image.tga}}\n");
    thenFails("misspelt-value", "template web web");
  }

  @Test
  void several_mistakes_are_reported_together() {
    terminal.file(
        "web/templates/x.yaml.hbs",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{Values.nam}}
        data:
          a: {{Values.replica}}
        """);
    terminal.file("web/templates/y.yaml.hbs", "apiVersion: v1\nkind: Secret\n");
    thenFails("several", "template web web");
  }

  @Test
  void a_tag_that_is_not_closed() {
    terminal.file("web/templates/x.yaml.hbs", "a:\n  {{#if Values.replicas}}\n  b: 1\n");
    thenFails("unclosed", "template web web");
  }

  @Test
  void values_that_the_schema_refuses() {
    terminal.file(
        "web/values.schema.json",
        """
        {"type": "object", "properties": {"replicas": {"type": "integer", "minimum": 1}},
         "additionalProperties": true}
        """);
    terminal.file("prod.yaml", "replicas: many\n");
    thenFails("schema", "template web web -f prod.yaml", "template web web --set replicas=0");
  }

  @Test
  void values_files_and_flags_that_cannot_be_read() {
    terminal.file("bad.yaml", "a: [1, 2\n");
    thenFails(
        "values",
        "template web web -f prd.yaml",
        "template web web -f bad.yaml",
        "template web web -f web",
        "template web web --set a",
        "template web web --set-file a=nothing.txt");
  }

  @Test
  void a_template_that_shows_nothing() {
    thenFails("show-only", "template web web -s templates/servce.yaml");
  }

  @Test
  void a_manifest_with_a_misspelt_field() {
    terminal.file(
        "web/templates/x.yaml.hbs",
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: x
        spec:
          prots: []
        """);
    thenFails("misspelt-field", "install web web --sandbox s", "lint web");
  }

  @Test
  void a_library_chart_and_a_cluster_that_is_too_old() {
    terminal.file("lib/Chart.yaml", "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n");
    terminal.file(
        "old/Chart.yaml", "apiVersion: v2\nname: old\nversion: 1.0.0\nkubeVersion: '>=1.30'\n");
    thenFails("not-for-this", "template x lib", "template x old --kube-version 1.20.0-eks.1");
  }

  @Test
  void a_values_file_behind_a_url_that_nobody_serves() {
    Terminal.Done done = terminal.run("template web web -f http://127.0.0.1:1/values.yaml");
    assertThat(done.code()).isEqualTo(ExitCode.UNAVAILABLE);
    goldens.check("url.txt", terminal.transcript());
  }

  private void thenFails(String golden, String... lines) {
    for (String line : lines) {
      assertThat(terminal.run(line).code()).as(line).isEqualTo(ExitCode.FAILED);
    }
    goldens.check(golden + ".txt", terminal.transcript());
  }
}
