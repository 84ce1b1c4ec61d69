package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.template.place.Origin;
import dev.pannier.engine.yaml.Node;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each node of a manifest knows which tag wrote it, and which value. */
class SourceMapTest extends TemplateTesting {

  private static final String VALUES =
      """
      image:
        repository: nginx
        tag: "1.29"
      labels:
        app: web
        tier: front
      ports: [80, 443]
      resources:
        limits:
          memory: 64Mi
      lines: |
        one
        two
      """;

  @Test
  void nodes_lead_to_lines_and_columns_through_partials_loops_and_values() {
    givenValues(VALUES);
    givenFile("_labels.hbs", "{{!-- two\nlines --}}\nown: x\n{{Values.labels}}\n");
    givenTemplate(
        """
        {{#if Values.image}}
        spec:
            text: {{Values.lines}}
            image: "{{Values.image.repository}}:{{Values.image.tag}}" # of {{Values.image.tag}}
            fixed: {{Values.image.tag}}-x {{!-- why --}}
        {{/if}}
        meta:
          {{> labels}}
          resources: {{Values.resources}}
          after: 1
        ports:
        {{#each Values.ports as |port|}}
          - port: {{port}}
            name: p{{@index}}
        {{/each}}
        end: [a, {{Values.image.tag}}, b]
        """);
    thenOrigin("kind", "thing.yaml.hbs:2:7", "");
    thenOrigin("spec", "thing.yaml.hbs:7:5", "");
    thenOrigin("spec.text", "thing.yaml.hbs:7:13", "values.yaml:11:8");
    thenOrigin("spec.image", "thing.yaml.hbs:8:12", "values.yaml:2:15 values.yaml:3:8");
    thenOrigin("spec.fixed", "thing.yaml.hbs:9:14", "values.yaml:3:8");
    thenOrigin("meta.own", "_labels.hbs:3:6", "");
    thenOrigin("meta.app", "_labels.hbs:4:3", "values.yaml:5:8");
    thenOrigin("meta.tier", "_labels.hbs:4:3", "values.yaml:6:9");
    thenOrigin("meta.resources.limits.memory", "thing.yaml.hbs:13:16", "values.yaml:10:13");
    thenOrigin("meta.resources.limits.cpu", "thing.yaml.hbs:13:16", "values.yaml:10:5");
    thenOrigin("meta.after", "thing.yaml.hbs:14:10", "");
    thenOrigin("ports[0].port", "thing.yaml.hbs:17:13", "values.yaml:7:9");
    thenOrigin("ports[1].port", "thing.yaml.hbs:17:13", "values.yaml:7:13");
    thenOrigin("ports[1].name", "thing.yaml.hbs:18:11", "");
    thenOrigin("end[1]", "thing.yaml.hbs:20:12", "values.yaml:3:8");
    thenOrigin("end[2]", "thing.yaml.hbs:20:32", "");
  }

  private void thenOrigin(String path, String template, String values) {
    Rendering rendering = render();
    Resource resource = rendering.resources().getFirst();
    Origin origin = rendering.origins().of(resource.content(), path);
    assertThat(origin.template().toString()).as(path).isEqualTo("templates/" + template);
    assertThat(String.join(" ", origin.values().stream().map(Objects::toString).toList()))
        .as(path)
        .isEqualTo(values);
  }

  @Test
  void numbers_of_lines_survive_windows_line_ends() {
    givenFile("thing.yaml.hbs", "apiVersion: v1\r\nkind: T\r\nmetadata:\r\n  name: x\r\na: 1\r\n");
    Node a = Objects.requireNonNull(onlyResource().content().get("a"));
    assertThat(a.origin()).hasToString("templates/thing.yaml.hbs:5:4");
    assertThat(onlyResource().text()).doesNotContain("\r");
  }
}
