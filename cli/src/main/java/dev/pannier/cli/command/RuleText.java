package dev.pannier.cli.command;

import dev.pannier.cli.output.Paint;
import dev.pannier.cli.output.Table;
import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules of lint as the command line tells of them. */
final class RuleText {

  private RuleText() {}

  /** All rules, one on a line. */
  static String table(List<RulePage> pages) {
    Table table = new Table().row("CODE", "SEVERITY", "FINDS");
    for (RulePage page : pages) {
      table.row(page.rule().code(), severity(page.rule()), page.title());
    }
    return table.toString();
  }

  /** All there is to say of a rule. */
  static String text(RulePage page, Paint paint) {
    StringBuilder out = new StringBuilder();
    out.append(paint.strong(page.rule().code())).append(" (").append(severity(page.rule()));
    out.append(")\n").append(page.title()).append("\n\n").append(page.why()).append("\n\n");
    example(out, "Finds fault with", page.bad());
    example(out, "Finds no fault with", page.good());
    return out.append(page.cure()).append('\n').toString();
  }

  /**
   * The page of a rule by its code.
   *
   * @throws dev.pannier.engine.problem.ChartException where there is no such rule
   */
  static RulePage page(String code) {
    Rule rule = RuleChoice.rule(code);
    return RulePage.all().stream()
        .filter(page -> page.rule() == rule)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no page of " + rule));
  }

  private static void example(StringBuilder out, String title, Map<String, String> files) {
    out.append(title).append(":\n\n");
    files.forEach((path, text) -> {
      if (!path.equals(RulePage.MANIFEST)) {
        out.append("    # ").append(path).append('\n');
      }
      text.lines().forEach(line -> out.append(line.isEmpty() ? "" : "    " + line).append('\n'));
      out.append('\n');
    });
  }

  /** Rules for programs. */
  static Node data(List<RulePage> pages) {
    List<Node> rules = new ArrayList<>();
    for (RulePage page : pages) {
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("code", page.rule().code());
      rule.put("severity", severity(page.rule()));
      rule.put("topic", page.rule().topic().title());
      rule.put("title", page.title());
      rule.put("why", page.why());
      rule.put("cure", page.cure());
      rules.add(Node.of(rule));
    }
    return Node.of(rules);
  }

  private static String severity(Rule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }
}
