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

/** {@code schema}, {@code docs} and {@code show}, as a chart's author uses them. */
class AuthoringCommandsTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void chart() {
    terminal = new Terminal(directory).chart();
  }

  @Test
  void schema_is_written_checked_edited_and_made_anew() {
    thenEnds(ExitCode.DIFFERENCES, "schema web --check");
    thenDone("schema web");
    thenDone("schema web --check");
    thenDone("schema web");
    terminal.file("web/values.yaml", "replicas: 1\nport: null\nimage:\n  name: x\n  tag: 1.3\n");
    thenEnds(ExitCode.DIFFERENCES, "schema web --check");
    thenDone("schema web");
    terminal.file("web/values.schema.json", "{ \"properties\": { \"replicas\": {} } }\n");
    thenDone("schema web");
    thenDone("schema web --force");
    thenDone("schema web --force --stdout");
    thenDone("show schema web");
    Goldens.in("authoring").check("schema.txt", terminal.transcript());
  }

  @Test
  void what_the_chart_has_and_its_schema_refuses_is_told() {
    terminal.file(
        "web/values.schema.json", "{ \"properties\": { \"replicas\": { \"type\": \"string\" } } }");
    terminal.file("web/values-prod.yaml", "image: nginx\n");
    thenDone("schema web --stdout");
    Goldens.in("authoring").check("refused.txt", terminal.transcript());
  }

  @Test
  void a_schema_can_be_written_elsewhere() throws IOException {
    thenDone("schema web -o out.json");
    assertThat(Files.readString(directory.resolve("out.json"))).startsWith("{\n  \"$schema\"");
    assertThat(directory.resolve("web/values.schema.json")).doesNotExist();
    assertThat(terminal.run("schema web -o -").out()).startsWith("{\n  \"$schema\"");
  }

  @Test
  void docs_keep_the_table_of_several_charts() {
    terminal.file("lib/Chart.yaml", "apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n");
    thenEnds(ExitCode.DIFFERENCES, "docs web lib --check");
    thenDone("docs web lib");
    thenDone("docs web lib");
    thenDone("docs web lib --check");
    Goldens.in("authoring").check("docs.txt", terminal.transcript());
  }

  @Test
  void what_is_in_the_way_is_told_and_the_other_charts_are_done() throws IOException {
    terminal.file("broken/Chart.yaml", "apiVersion: v2\nname: broken\nversion: 1.0.0\n");
    terminal.file("broken/values.yaml", "a: 1\n b: 2\n");
    terminal.file("markers/Chart.yaml", "apiVersion: v2\nname: markers\nversion: 1.0.0\n");
    terminal.file("markers/README.md", "# markers\n\n<!-- values -->\n");
    terminal.file("bare/Chart.yaml", "apiVersion: v2\nname: bare\nversion: 1.0.0\n");
    thenEnds(ExitCode.FAILED, "schema broken web nowhere");
    thenEnds(ExitCode.FAILED, "docs markers web");
    thenDone("schema bare");
    thenDone("package web");
    thenEnds(ExitCode.FAILED, "schema web-1.2.3.tgz");
    thenEnds(ExitCode.USAGE, "schema web bare --stdout");
    terminal.file("web/values.schema.json", "{ \"properties\": ");
    thenEnds(ExitCode.FAILED, "schema web");
    Goldens.in("authoring").check("sad.txt", terminal.transcript());
    assertThat(Files.readString(directory.resolve("web/README.md"))).contains("<!-- values -->");
  }

  @Test
  void a_folder_that_cannot_be_written_is_told() {
    Path web = directory.resolve("web");
    assertThat(web.toFile().setWritable(false)).isTrue();
    boolean root = Files.isWritable(web);
    Terminal.Done done = terminal.run("schema web");
    assertThat(web.toFile().setWritable(true)).isTrue();
    if (!root) {
      assertThat(done.code()).isEqualTo(ExitCode.FAILED);
      assertThat(done.err())
          .contains("`web/values.schema.json` cannot be written: permission denied.");
    }
  }

  @Test
  void show_values_picks_by_json_path() {
    assertThat(terminal.run("show", "values", "web", "--jsonpath", "{.image.name}").out())
        .isEqualTo("nginx");
    Terminal.Done wrong = terminal.run("show", "values", "web", "--jsonpath", "{.image.nme}");
    assertThat(wrong.code()).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err()).contains("There is no key `nme` here.", "Did you mean `name`?");
  }

  @Test
  void show_is_coloured_on_a_terminal() {
    terminal.file("web/values.schema.json", "{ \"type\": \"object\", \"minProperties\": 1 }\n");
    terminal.file("web/README.md", "# web\n\nUse `it`:\n\n```sh\nrun # it\n```\n<!-- x -->\n");
    terminal.file(
        "web/crds/kind.yaml", "kind: \"CRD\"\ntext: |\n  a\n  b\nlist: [1, yes, null, x]\n");
    terminal.watched();
    for (String part : new String[] {"chart", "values", "schema", "readme", "crds", "all"}) {
      thenDone("show " + part + " web");
    }
    Goldens.in("authoring").check("show.txt", terminal.transcript().replace("\u001b", "<ESC>"));
  }

  @Test
  void colours_are_off_where_nobody_wants_them() {
    terminal.watched();
    String plain = terminal.run("show values web --color never").out();
    assertThat(plain).doesNotContain("\u001b").startsWith("# how many\n");
    assertThat(terminal.with("NO_COLOR", "1").run("show values web").out()).isEqualTo(plain);
    assertThat(new Terminal(directory).run("show values web").out()).isEqualTo(plain);
    assertThat(
            terminal.run("show values web --color always").out().replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(plain);
  }

  private void thenDone(String line) {
    thenEnds(ExitCode.DONE, line);
  }

  private void thenEnds(ExitCode code, String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.out() + done.err()).isEqualTo(code);
  }
}
