package dev.pannier.engine.template;

import dev.pannier.test.Goldens;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when a template is broken. */
class BrokenTemplateTest extends TemplateTesting {

  private static final Goldens GOLDENS = Goldens.in("broken-templates");

  private static final String VALUES =
      """
      image:
        repository: nginx
        tag: "1.29"
      port: 8080
      labels: {app: web}
      list: [a, b]
      lines: |
        one
        two
      nothing: null
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "missing-key | `a: {{Values.image.tga}}`",
        "missing-key-of-nothing | `a: {{Values.service.port}}`",
        "missing-in-a-string | `a: {{Values.port.number}}`",
        "missing-below-null | `a: {{Values.nothing.x}}`",
        "missing-argument | `a: {{upper Values.image.tga}}`",
        "missing-named-argument | `a: {{toJson (dict x=Values.nope)}}`",
        "missing-in-each | `{{#each Values.list}};a: {{Values.port}};{{/each}}`",
        "missing-in-with | `{{#with Values.image}};a: {{Release.Name}};{{/with}}`",
        "missing-list-to-loop-over | `{{#each Values.lists}};a: 1;{{/each}}`",
        "missing-data | `a: {{@index}}`",
        "missing-from-the-root | `a: {{@root.Values.image.tga}}`",
        "looping-over-a-string | `{{#each Values.image.tag}};a: 1;{{/each}}`",
        "unknown-helper | `a: {{uper Values.image.tag}}`",
        "unknown-partial | `a: {{> labls}}`",
        "partial-name-of-wrong-type | `a: {{> (lookup Values \"port\")}}`",
        "no-block-given | `a: {{> layout}}`",
        "helper-as-block | `{{#upper Values.image.tag}};a: 1;{{/upper}}`",
        "helper-refuses | `a: {{upper 1 2 3}}`",
        "helper-refuses-a-value | `a: {{trunc Values.image.tag Values.port}}`",
        "helper-fails | `a: {{fail \"no replicas left\"}}`",
        "required | `a: {{required \"Set image.digest.\" Values.image.digest}}`",
        "if-without-argument | `{{#if}};a: 1;{{/if}}`",
        "unclosed-block | `{{#if Values.port}};a: 1`",
        "wrong-close | `{{#if Values.port}};a: 1;{{/each}}`",
        "close-without-open | `a: 1;{{/if}}`",
        "else-without-block | `a: 1;{{else}}`",
        "unclosed-tag | `a: {{Values.port};b: {{Values.port}}`",
        "unclosed-string | `a: {{upper \"x}}`",
        "unclosed-parenthesis | `a: {{upper (lower \"x\"}}`",
        "unclosed-comment | `{{!-- why;a: 1`",
        "empty-tag | `a: {{}}`",
        "unreadable-tag | `a: {{upper = 1}}`",
        "unknown-decorator | `{{#*partial \"x\"}}a: 1{{/partial}}`",
        "string-where-entries-stand | `a: 1;{{Values.image.tag}}`",
        "string-above-a-key | `{{Values.image.tag}};a: 1`",
        "list-where-entries-stand | `a: 1;{{Values.list}}`",
        "map-in-text | `a: x-{{Values.image}}`",
        "map-as-key | `{{Values.image}}: 1`",
        "value-in-an-anchor | `a: &{{Values.image.tag}} 1`",
        "value-behind-a-star | `host: *.{{Values.image.repository}}`",
        "two-colons | `a: {{Values.port}}: {{Values.port}}`",
        "bad-indentation | `a:;    b: 1;  c: 2`",
        "tab | `a:;\tb: {{Values.port}}`",
        "duplicate-key | `a: 1;b: 2;a: {{Values.port}}`",
        "duplicate-label | `labels:;  app: 1;  {{Values.labels}}`",
        "raw-injection | `a: {{{Values.lines}}}b`",
        "endless-partial | `a: {{> endless}}`",
        "several | `a: {{Values.a}};---;x: 1;---;apiVersion: v1;kind: 5`",
        "tpl | `a: {{tpl \"x {{upper Values.nope}}\" this}}`",
        "tpl-syntax | `a: {{tpl \"x {{#if Values.nope}}\" this}}`"
      })
  void the_message_says_what_and_where(String name, String body) {
    givenValues(VALUES);
    givenFile("_labels.hbs", "app: x\n");
    givenFile("_layout.hbs", "{{> @partial-block}}\n");
    givenFile("_endless.hbs", "{{> endless}}\n");
    givenLimits(new RenderLimits(64, 1 << 20, Duration.ofSeconds(20)));
    givenTemplate(body.replace(';', '\n'));
    GOLDENS.check(name + ".txt", problems());
  }
}
