package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pannier lint} is told to look for, and how it says what it found. */
class LintTest {
  private final Terminal terminal;

  LintTest(@TempDir Path folder) {
    terminal = new Terminal(folder);
    chart("");
  }

  private void chart(String skip) {
    terminal.file(
        "shop/Chart.yaml",
        "apiVersion: v2\nname: shop\nversion: 1.0.0\ndescription: A shop\n"
            + "icon: https://example.com/shop.svg\n"
            + skip);
    terminal.file("shop/README.md", "# Shop\n");
    terminal.file("shop/values.yaml", "level: info\nspare: 1\n");
    terminal.file("shop/values.schema.json", "{\"type\": \"object\"}\n");
    terminal.file("shop/templates/NOTES.txt.hbs", "{{Values.level}}\n");
    config("");
  }

  private void config(String first) {
    terminal.file(
        "shop/templates/config.yaml.hbs",
        first + "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: prod\n");
  }

  private String lint(String flags) {
    return terminal.run(("lint shop " + flags).strip()).out();
  }

  @Test
  void rules_are_skipped_and_chosen_by_flags() {
    lint("");
    lint("--skip lint.recommended-labels,unused-value");
    lint("--only fixed-namespace");
    lint("--only fixed-namespace --strict");
    terminal.run("lint shop --skip fixed-namspace");
    Goldens.in("lint").check("flags.txt", terminal.transcript());
  }

  @Test
  void rules_are_skipped_by_comments_and_annotations() {
    config("# lint-skip: recommended-labels, fixed-namespace it is for the platform\n");
    terminal.file("shop/values.yaml", "level: info\n# lint-skip: unused-value\nspare: 1\n");
    assertThat(lint("")).endsWith("==> Linting shop\n\n1 chart(s) linted, 0 chart(s) failed\n");

    chart("annotations:\n  pannier.dev/lint-skip: \"recommended-labels, fixed-namespace\"\n");
    assertThat(lint("")).contains("lint.unused-value").doesNotContain("lint.fixed-namespace");
  }

  @Test
  void a_skip_counts_for_its_line_and_the_next() {
    terminal.file(
        "shop/templates/config.yaml.hbs",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: shop # lint-skip: recommended-labels
          {{!-- lint-skip: fixed-namespace --}}
          # all of it is for the platform
          namespace: prod
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: shop
          namespace: prod
        """);
    assertThat(lint("")).doesNotContain("ConfigMap/shop").contains("`Secret/shop` goes to");
  }

  @Test
  void skips_that_are_wrong_or_useless_are_told() {
    config("# lint-skip: fixed-namspace, image-tag\n");
    lint("--only unknown-skip,useless-skip");
    lint("");
    Goldens.in("lint").check("skips.txt", terminal.transcript());
  }

  @Test
  void what_a_chart_holds_of_values_is_looked_at_unless_some_are_given() {
    terminal.file("shop/values-dark.yaml", "level: 5\n");
    terminal.file(
        "shop/templates/level.yaml.hbs",
        "apiVersion: v1\n"
            + "kind: ConfigMap\n"
            + "metadata:\n"
            + "  name: level\n"
            + "data:\n"
            + "  a: {{Values.level}}\n");
    assertThat(lint("--only no-icon")).contains("with the values of values-dark.yaml");
    assertThat(lint("--only no-icon --defaults-only")).doesNotContain("error");
    assertThat(lint("--only no-icon --set level=x")).doesNotContain("error");
  }

  @Test
  void the_rules_are_listed_and_each_is_told() {
    terminal.run("lint --rules");
    terminal.run("lint --rules image-tag");
    terminal.run("lint --rules imag-tag");
    Goldens.in("lint").check("rules.txt", terminal.transcript());
  }

  @Test
  void sarif_has_what_code_scanning_asks_for() {
    terminal.file("shop/templates/bad name.yaml.hbs", "a: {{Values.nothing}}\n");
    MapNode log = (MapNode) JsonReader.read(new Source("sarif", lint("-o sarif")));

    assertThat(log.text("version")).contains("2.1.0");
    assertThat(log.text("$schema").orElseThrow()).endsWith("sarif-schema-2.1.0.json");
    MapNode run = (MapNode) log.list("runs").get(0);
    MapNode driver = run.map("tool").map("driver");
    assertThat(driver.text("name")).contains("pannier");
    List<Node> rules = driver.list("rules").items();
    for (Node rule : rules) {
      assertThat(((MapNode) rule).text("id")).isPresent();
    }
    List<Node> results = run.list("results").items();
    assertThat(results).hasSizeGreaterThan(1);
    for (Node node : results) {
      result((MapNode) node, rules);
    }
    assertThat(results.toString()).contains("\"uri\":\"shop/templates/bad%20name.yaml.hbs\"");
  }

  private static void result(MapNode result, List<Node> rules) {
    int index = Integer.parseInt(String.valueOf(result.get("ruleIndex")));
    assertThat(((MapNode) rules.get(index)).text("id")).isEqualTo(result.text("ruleId"));
    assertThat(result.text("level").orElseThrow()).isIn("error", "warning", "note");
    assertThat(result.map("message").text("text")).isPresent();
    MapNode place = ((MapNode) result.list("locations").get(0)).map("physicalLocation");
    assertThat(place.map("artifactLocation").text("uri").orElseThrow()).startsWith("shop/");
    assertThat(place.map("region").has("startLine")).isTrue();
  }

  @Test
  void sarif_of_a_sound_chart_is_a_report_without_results() {
    config("# lint-skip: recommended-labels, fixed-namespace\n");
    Terminal.Done done = terminal.run("lint shop --skip unused-value -o sarif");
    assertThat(done.code()).isEqualTo(ExitCode.DONE);
    assertThat(done.out()).contains("\"results\":[]");
  }
}
