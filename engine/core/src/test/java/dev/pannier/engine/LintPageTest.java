package dev.pannier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/lint.md is made from the rules; {@code -Dgoldens.update=true} writes it. */
class LintPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "lint.md");
  private static final String INTRODUCTION =
      """
      # Rules of lint

      This page is made from the rules (`rules.yaml` beside the code), and a test runs each example. Of a manifest only what
      matters is shown.

      `pannier lint CHART` looks at a chart's files, at what its templates ask of the values, and at what they render to: with
      the defaults, with each `values-NAME.yaml`, and with the values of each test in `tests/`. What an environment chooses
      (topics Containers, Security, Scaling, Metadata) is not asked of values that only test the chart. With `-f` or `--set` it looks at
      these values alone, with `--defaults-only` at the defaults alone.

      Errors fail; warnings fail with `--strict`; remarks never do. `-o json`, `-o yaml` and `-o sarif` are for programs: a SARIF file
      can be uploaded to code scanning as it is. `pannier lint --rules` lists the rules, `pannier lint --rules CODE` tells one.

      ## Switching rules off

      Where a rule is wrong, say why at the place it points to. `lint.` may be left out of a code, codes are separated by commas,
      and what follows them is the reason:

      ```handlebars
      # lint-skip: host-access it reads the logs of the node
      hostPath:
        path: /var/log
      ```

      | where | what it counts for |
      |---|---|
      | a comment `# lint-skip: CODE` or `{{!-- lint-skip: CODE --}}` on a line of its own | the next line that is no comment |
      | the same behind something else | its line |
      | the same before everything else in a file | the file |
      | `pannier.dev/lint-skip: "CODE, CODE"` among the `annotations` of Chart.yaml | the chart |
      | `--skip CODE,CODE`, `--only CODE,CODE` | one call |

      Templates and values.yaml can hold such comments. A skip of an unknown code is a warning, and one that skips nothing a remark.
      """;

  @TempDir Path folder;

  @Test
  void the_page_tells_what_the_rules_say() throws IOException {
    String made = page();
    if (Boolean.getBoolean("goldens.update")) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(made);
  }

  private String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    RuleExamples examples = new RuleExamples();
    Rule.Topic topic = null;
    for (RulePage rule : RulePage.all()) {
      if (rule.rule().topic() != topic) {
        topic = rule.rule().topic();
        page.append("\n## ").append(topic.title()).append('\n');
      }
      rule(rule, examples, page);
    }
    return page.toString();
  }

  private void rule(RulePage rule, RuleExamples examples, StringBuilder page) {
    String code = rule.rule().code();
    page.append("\n### ").append(code).append("\n\n");
    page.append(rule.title()).append(" (");
    page.append(rule.rule().severity().name().toLowerCase(Locale.ROOT)).append("). ");
    page.append(rule.why()).append("\n\n");
    files(rule.bad(), page);
    List<Problem> found = examples.review(rule.bad(), folder.resolve(code));
    for (Problem problem : found) {
      if (problem.code().equals(code)) {
        page.append("> ").append(problem.message()).append("\n\n");
        break;
      }
    }
    page.append(rule.cure()).append("\n\n");
    files(rule.good(), page);
    page.setLength(page.length() - 1);
  }

  private static void files(Map<String, String> files, StringBuilder page) {
    files.forEach((path, text) -> {
      boolean manifest = path.equals(RulePage.MANIFEST);
      page.append(manifest ? "```yaml\n" : fence(path) + "# " + path + "\n");
      page.append(text.strip()).append("\n```\n\n");
    });
  }

  private static String fence(String path) {
    return path.endsWith(".hbs") ? "```handlebars\n" : "```yaml\n";
  }
}
