package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.chart.Chart;
import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a chart's files become: resources in order, hooks, notes, generated values. */
class ReleaseTest extends TemplateTesting {

  @Test
  void documents_come_in_install_order_with_their_source() {
    givenFile(
        "a.yaml.hbs",
        """
        # only a comment
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: one
        ---
        {{#if Values.none}}
        nothing: here
        {{/if}}
        --- # why
        apiVersion: v1
        kind: Service
        metadata: {name: one}
        """);
    givenFile(
        "b.yaml.hbs",
        "\n\napiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n  namespace: other\n\n\n");
    assertThat(render().resources())
        .extracting(one -> one.source() + " " + one.id() + "\n" + one.text())
        .containsExactly(
            """
            web/templates/b.yaml.hbs Secret/s
            apiVersion: v1
            kind: Secret
            metadata:
              name: s
              namespace: other
            """,
            """
            web/templates/a.yaml.hbs Service/one
            # why
            apiVersion: v1
            kind: Service
            metadata: {name: one}
            """,
            """
            web/templates/a.yaml.hbs Deployment/one
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: one
            """);
  }

  @Test
  void hooks_are_told_from_resources_and_run_by_weight_and_name() {
    givenFile("tests/b.yaml.hbs", hook("b", "test", "5"));
    givenFile("a.yaml.hbs", hook("a", "pre-install, post-upgrade", "-5"));
    givenFile("c.yaml.hbs", hook("c", "test-success", "5"));
    Rendering rendering = render();
    assertThat(rendering.resources()).isEmpty();
    assertThat(rendering.hooks())
        .extracting(one -> one.resource().id().name() + one.weight())
        .containsExactly("a-5", "b5", "c5");
    assertThat(rendering.hooks().getFirst().events())
        .containsExactlyInAnyOrder(Hook.Event.PRE_INSTALL, Hook.Event.POST_UPGRADE);
    assertThat(rendering.hooks().getFirst().deletePolicies())
        .containsExactly(Hook.DeletePolicy.BEFORE_HOOK_CREATION);
  }

  @Test
  void what_helm_drops_without_a_word_is_a_problem() {
    givenFile("a.yaml.hbs", hook("a", "pre-instal", "1"));
    givenFile("b.yaml.hbs", hook("b", "test", "soon"));
    thenFails(
        """
        templates/a.yaml.hbs:6:19: There is no hook event `pre-instal`.
          Did you mean `pre-install`?
        templates/b.yaml.hbs:7:26: The hook weight `soon` is no whole number.
          Write it like `"-5"`; hooks of lower weight run first.
        """);
  }

  private static String hook(String name, String events, String weight) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: %s
      annotations:
        helm.sh/hook: %s
        helm.sh/hook-weight: "%s"
    """
        .formatted(name, events, weight);
  }

  @Test
  void all_problems_of_all_files_come_together() {
    givenFile("a.yaml.hbs", "kind: A\nmetadata:\n  name: {{Values.nope}}\n");
    givenFile("b.yaml.hbs", "kind: B\n---\n- x\n");
    givenFile("c.yaml.hbs", "apiVersion: v1\nkind: C\nmetadata:\n  name: 5\n");
    givenFile("d.yaml.hbs", "apiVersion: v1\nkind: D\nmetadata:\n  name: x\n");
    givenFile("e.yaml.hbs", "apiVersion: v1\nkind: D\nmetadata:\n  name: x\n");
    thenFails(
        """
        templates/a.yaml.hbs:3:11: `Values.nope` is not set.
          Set it, or ask for it by `default` or `if` where it may be absent.
        templates/b.yaml.hbs:1:1: This manifest has no `apiVersion`.
          Write for example `apiVersion: apps/v1`.
        templates/b.yaml.hbs:1:1: This manifest has no `metadata.name`.
          Every Kubernetes object has a name, also one that a template makes.
        templates/b.yaml.hbs:3:1: A manifest must be a map, but this is a list.
          Every Kubernetes object begins with `apiVersion` and `kind`.
        templates/c.yaml.hbs:4:9: `metadata.name` must be a string, but is the number `5`.
        templates/e.yaml.hbs:1:1: `D/x` is written twice.
          templates/d.yaml.hbs:1:1: first written here
          Give one of them another name, or take it out.
        """);
  }

  @Test
  void all_missing_values_of_a_file_come_together_and_its_yaml_is_looked_at_no_further() {
    givenFile(
        "a.yaml.hbs",
        """
        kind: {{Values.a}}{{{Values.b}}}
        {{#each (list 1 2 3)}}
        x: {{nope}}
        {{/each}}
        {{> part}}
        """);
    givenFile("_part.hbs", "y: {{Values.c}}\n");
    thenFails(
        """
        templates/a.yaml.hbs:1:9: `Values.a` is not set.
          Set it, or ask for it by `default` or `if` where it may be absent.
        templates/a.yaml.hbs:1:22: `Values.b` is not set.
          Set it, or ask for it by `default` or `if` where it may be absent.
        templates/a.yaml.hbs:3:6: `nope` is not set: `this` is a number, not a map.
        templates/_part.hbs:1:6: `Values.c` is not set.
          templates/a.yaml.hbs:5:5: in `part`, called here
          Set it, or ask for it by `default` or `if` where it may be absent.
        """);
  }

  @Test
  void what_reads_a_missing_value_stops_the_file() {
    givenFile(
        "a.yaml.hbs", "a: {{Values.a}}\nb: {{int (include \"part\" this)}}\nc: {{Values.c}}\n");
    givenFile("_part.hbs", "{{Values.b}}");
    thenFails(
        """
        templates/a.yaml.hbs:1:6: `Values.a` is not set.
          Set it, or ask for it by `default` or `if` where it may be absent.
        templates/_part.hbs:1:3: `Values.b` is not set.
          templates/a.yaml.hbs:2:11: in `part`, called here
          Set it, or ask for it by `default` or `if` where it may be absent.
        """);
  }

  @Test
  void a_file_of_another_language_is_refused() {
    givenFile("a.yaml", "kind: {{ .Values.x }}\n");
    thenFails(
        """
        templates/a.yaml: `templates/a.yaml` is no Handlebars template, and Go templates are not \
        supported yet.
          Write it in Handlebars and end its name in `.hbs`, or move it out of `templates/` if it is \
        no template.
        """);
  }

  @Test
  void noncharacters_cannot_come_in() {
    givenFile("a.yaml.hbs", "a: \uFDD0\n");
    assertThat(problems()).startsWith("templates/a.yaml.hbs:1:4: The character U+FDD0 is no");
  }

  @Test
  void noncharacters_cannot_come_in_by_values() {
    givenValues(MapNode.of(Map.of("x", TextNode.of("a\uFDD1"))));
    givenTemplate("a: 1\n");
    assertThat(problems()).startsWith("The character U+FDD1 is no character of any text.");
  }

  @Test
  void noncharacters_that_a_helper_makes_stay_one_value() {
    givenTemplate(
        "a: {{mustFromJson \"\\\"\\uFDD1\\\"\"}}\nb: {{{mustFromJson \"\\\"\\uFDD1\\\"\"}}}\n");
    assertThat(problems())
        .startsWith("templates/thing.yaml.hbs:6:7: This value holds characters that are no text.");
  }

  @Test
  void what_was_generated_stays() {
    givenGenerated(MapNode.of(Map.of("old", TextNode.of("kept"))));
    givenTemplate(
        "a: {{generated \"old\" (randAlphaNum 8)}}\nb: {{generated \"new\" (randAlphaNum 8)}}\n");
    Rendering rendering = render();
    MapNode content = rendering.resources().getFirst().content();
    assertThat(content.get("a")).isEqualTo(TextNode.of("kept"));
    assertThat(rendering.generated().keys()).containsExactly("old", "new");
    assertThat(rendering.generated().get("new")).isEqualTo(content.get("b"));
    assertThat(render().generated()).isEqualTo(rendering.generated());
  }

  @Test
  void files_and_capabilities_are_seen() {
    givenChartFile("conf/a.txt", "one\ntwo\n");
    givenChartFile("conf/b.txt", "x: 1");
    givenTemplate(
        """
        get: {{Files.Get "conf/b.txt"}}
        lines: {{Files.Lines "conf/a.txt"}}
        data: {{Files.AsConfig "conf/*.txt"}}
        {{#each (Files.Glob "conf/*")}}
        {{@key}}: |
          {{this}}
        {{/each}}
        secret: {{Files.AsSecrets (Files.Glob "conf/b*")}}
        has: {{Capabilities.APIVersions.Has "apps/v1"}}
        hasnot: {{#if (Capabilities.APIVersions.Has "x/v1")}}1{{else}}0{{/if}}
        kube: {{Capabilities.KubeVersion.Version}}
        template: {{Template.Name}} in {{Template.BasePath}}
        """);
    thenYaml(
        """
        get: "x: 1"
        lines: [one, two]
        data: {a.txt: "one\\ntwo\\n", b.txt: "x: 1"}
        conf/a.txt: "one\\ntwo\\n"
        conf/b.txt: "x: 1\\n"
        secret: {b.txt: eDogMQ==}
        has: true
        hasnot: 0
        kube: v1.36.0
        template: web/templates/thing.yaml.hbs in web/templates
        """);
  }

  @Test
  void subcharts_see_their_values_and_the_parents_partials_win() {
    String thing = "apiVersion: v1\nkind: Thing\nmetadata: {name: %s}\n";
    Chart library =
        chart("common", "library", Map.of("templates/_p.hbs", "{{#*inline \"p\"}}lib{{/inline}}"));
    Chart db =
        chart(
            "db",
            "application",
            Map.of(
                "templates/a.yaml.hbs",
                thing.formatted("{{Chart.Name}}")
                    + "p: {{> p}}\nq: {{> own}} {{> db.own}}\nv: {{Values.v}}\n"
                    + "g: {{Values.global.g}}\nr: {{Chart.IsRoot}}\n",
                "templates/_own.hbs",
                "own of {{Chart.Name}}",
                "templates/_p.hbs",
                "{{#*inline \"p\"}}db{{/inline}}"),
            library);
    Chart web =
        chart(
            "web",
            "application",
            Map.of(
                "templates/a.yaml.hbs",
                thing.formatted("{{Chart.Name}}")
                    + "p: {{> p}}\nq: {{> db/own}}\nv: {{Subcharts.db.Values.v}}\n",
                "templates/_p.hbs",
                "{{#*inline \"p\"}}web{{/inline}}"),
            db);
    givenValues("db: {v: 5, global: {g: 1}}");
    List<Resource> resources = new ChartRenderer().render(input(web)).resources();
    assertThat(resources)
        .extracting(Resource::source)
        .containsExactly("web/charts/db/templates/a.yaml.hbs", "web/templates/a.yaml.hbs");
    assertThat(resources.getFirst().text())
        .endsWith("p: web\nq: own of db own of db\nv: 5\ng: 1\nr: false\n");
    assertThat(resources.getLast().text()).endsWith("p: web\nq: own of web\nv: 5\n");
  }

  @Test
  void subcharts_share_no_generated_values() {
    Map<String, String> templates =
        Map.of(
            "templates/a.yaml.hbs",
            "apiVersion: v1\nkind: Thing\nmetadata: {name: {{Chart.Name}}}\n"
                + "key: {{generated \"key\" (randAlphaNum 8)}}\n");
    Chart web =
        chart(
            "web",
            "application",
            templates,
            chart("a", "application", templates),
            chart("b", "application", templates));

    Rendering rendering = new ChartRenderer().render(input(web));

    assertThat(rendering.generated().keys()).containsExactly("a/key", "b/key", "key");
    assertThat(rendering.resources())
        .extracting(each -> each.content().get("key"))
        .doesNotHaveDuplicates();
  }

  private static Chart chart(
      String name, String type, Map<String, String> templates, Chart... dependencies) {
    return new Chart(
        metadata(name, type),
        MapNode.EMPTY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        files(templates),
        List.of(),
        List.of(),
        List.of(dependencies));
  }

  @Test
  void threads_share_what_is_compiled() throws Exception {
    givenFile("_p.hbs", "{{#*inline \"p\"}}x: {{Values.a}}{{tpl \"{{Values.a}}\"}}{{/inline}}");
    givenTemplate("{{> p}}\n{{#each Values.list}}\ni{{@index}}: {{this}}\n{{/each}}\n");
    givenValues("a: 1\nlist: [a, b, c]");
    ChartRenderer renderer = new ChartRenderer();
    Chart chart = chart();
    String expected = renderer.render(input(chart)).resources().getFirst().text();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<String> render = () -> renderer.render(input(chart)).resources().getFirst().text();
      for (Future<String> text : threads.invokeAll(java.util.Collections.nCopies(200, render))) {
        assertThat(text.get()).isEqualTo(expected);
      }
    }
  }
}
