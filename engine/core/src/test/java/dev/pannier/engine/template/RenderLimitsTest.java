package dev.pannier.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A render is bounded in depth, output and time, and says so. */
class RenderLimitsTest extends TemplateTesting {

  @Test
  void includes_that_call_each_other_end_by_depth() {
    givenFile("_a.hbs", "{{include \"b\"}}");
    givenFile("_b.hbs", "{{> a}}");
    givenTemplate("a: {{> a}}\n");
    assertThat(problems())
        .startsWith("templates/_b.hbs:1:5: Partials call each other more than 64 deep: …")
        .contains("`a` → `b` → `a`");
  }

  @Test
  void output_is_bounded_across_files() {
    givenLimits(new RenderLimits(64, 5_000, Duration.ofSeconds(20)));
    givenValues("list: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    givenTemplate(
        """
        {{#each Values.list}}{{#each @root.Values.list}}{{#each @root.Values.list}}
        # more and more
        {{/each}}{{/each}}{{/each}}
        """);
    assertThat(problems())
        .startsWith(
            "templates/thing.yaml.hbs:6:1: The templates write more than 5,000 characters.");
  }

  @Test
  void what_values_hold_is_output_too() {
    givenLimits(new RenderLimits(64, 5_000, Duration.ofSeconds(20)));
    givenTemplate("a: {{repeat 6000 \"x\"}}\n");
    assertThat(problems())
        .isEqualTo(
            "templates/thing.yaml.hbs:5:6: The templates write more than 5,000 characters.\n"
                + "  Look for a loop over more items than you meant.\n");
  }

  @Test
  void time_is_bounded() {
    givenLimits(new RenderLimits(64, 1 << 30, Duration.ofMillis(20)));
    givenValues("list: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    givenFile(
        "_again.hbs",
        "{{#each @root.Values.list}}{{#each @root.Values.list}}{{#each @root.Values.list}}"
            + "{{#each @root.Values.list}}{{#each @root.Values.list}}{{#each @root.Values.list}}"
            + "{{#each @root.Values.list}}{{#if (upper \"x\")}}{{/if}}{{/each}}{{/each}}{{/each}}"
            + "{{/each}}{{/each}}{{/each}}{{/each}}");
    givenTemplate("a: 1{{> again}}\n");
    assertThat(problems()).contains("The templates take more than 20 ms to render.");
  }

  @Test
  void blocks_are_not_nested_without_end() {
    givenTemplate("{{#if 1}}".repeat(200) + "a: 1" + "{{/if}}".repeat(200));
    assertThat(problems()).contains("Blocks are nested deeper than 100 levels.");
  }

  @Test
  void expressions_are_not_nested_without_end() {
    givenTemplate("a: {{upper " + "(upper ".repeat(2000) + "\"x\"" + ")".repeat(2000) + "}}");
    assertThat(problems()).contains("nested deeper than");
  }
}
