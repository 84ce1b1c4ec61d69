package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCommandsTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void chart() {
    terminal = new Terminal(directory).chart();
  }

  @Test
  void template_prints_what_is_asked_for() {
    thenDone("template web web --set replicas=2");
    thenDone("template web web --skip-tests -s templates/service.yaml");
    thenDone("template web web --no-hooks -s templates/s*.yaml.hbs");
    terminal.typing("replicas: 7\n");
    thenDone("template web -f - -s templates/deployment.yaml");
    Goldens.in("charts").check("template.txt", terminal.transcript());
  }

  @Test
  void template_writes_files() throws IOException {
    assertThat(terminal.run("template web web --output-dir out --release-name").out())
        .isEqualTo(
            """
            wrote out/web/web/templates/service.yaml
            wrote out/web/web/templates/deployment.yaml
            wrote out/web/web/templates/tests/answers.yaml
            """);
    assertThat(Files.readString(directory.resolve("out/web/web/templates/service.yaml")))
        .startsWith("---\n# Source: web/templates/service.yaml.hbs\napiVersion: v1\n");
  }

  @Test
  void crds_come_first_where_they_are_asked_for() {
    terminal.file("web/crds/kind.yaml", "apiVersion: apiextensions.k8s.io/v1\n");
    assertThat(terminal.run("template web web --include-crds").out())
        .startsWith("---\n# Source: web/crds/kind.yaml\napiVersion: apiextensions.k8s.io/v1\n---");
    assertThat(terminal.run("template web web").out()).doesNotContain("crds");
  }

  @Test
  void show_prints_the_parts_of_a_chart() {
    for (String part : new String[] {"chart", "values", "readme", "crds", "all"}) {
      thenDone("show " + part + " web");
    }
    Goldens.in("charts").check("show.txt", terminal.transcript());
  }

  @Test
  void package_packs_and_the_archive_is_a_chart() {
    assertThat(terminal.run("package web -d dist --version 2.0.0").out())
        .isEqualTo("Successfully packaged chart and saved it to: dist/web-2.0.0.tgz\n");
    assertThat(terminal.run("show chart dist/web-2.0.0.tgz").out()).contains("version: 2.0.0");
    assertThat(terminal.run("template web dist/web-2.0.0.tgz").out())
        .isEqualTo(terminal.run("template web web").out());
  }

  @Test
  void lint_tells_what_is_wrong_and_counts() {
    terminal.file("bare/Chart.yaml", "apiVersion: v2\nname: bare\nversion: 1.0.0\n");
    terminal.file("bad/Chart.yaml", "apiVersion: v2\nname: bad\nversion: one\n");
    terminal.file("wrong/Chart.yaml", "apiVersion: v2\nname: wrong\nversion: 1.0.0\n");
    terminal.file("wrong/templates/x.yaml.hbs", "a: {{Values.nothing}}\n");
    thenDone("lint web");
    thenDone("lint bare");
    thenDone("lint bare --quiet");
    thenEnds(ExitCode.FAILED, "lint bare --strict");
    thenEnds(ExitCode.FAILED, "lint web bad wrong");
    thenEnds(ExitCode.FAILED, "lint wrong -o json");
    Goldens.in("charts").check("lint.txt", terminal.transcript());
  }

  @Test
  void a_release_is_named_after_the_chart_and_the_time() {
    assertThat(terminal.run("template -g web").out()).contains("name: web-1795210380\n");
    assertThat(terminal.run("template web").out()).contains("name: release-name\n");
  }

  @Test
  void a_release_is_named_by_a_template() {
    assertThat(terminal.run("template", "--name-template", "{{lower \"Web\"}}-x", "web").out())
        .contains("name: web-x\n");
    Terminal.Done wrong = terminal.run("template", "--name-template", "{{lowr \"Web\"}}", "web");
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err()).contains("--> --name-template\n", "Did you mean `lower`?");
  }

  private void thenDone(String line) {
    thenEnds(ExitCode.DONE, line);
  }

  private void thenEnds(ExitCode code, String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.err()).isEqualTo(code);
  }
}
