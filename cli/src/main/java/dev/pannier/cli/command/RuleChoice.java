package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.engine.lint.Rule;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.problem.Suggestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules a command line wants to hear of.
 *
 * @param only none means all
 */
record RuleChoice(Set<Rule> only, Set<Rule> skipped) {

  static RuleChoice of(Call call) {
    return new RuleChoice(rules(call, "--only"), rules(call, "--skip"));
  }

  /** Whether it is not as the chart has it. */
  boolean isNarrow() {
    return !only.isEmpty() || !skipped.isEmpty();
  }

  /** What is left; errors that are of no rule always are. */
  List<Problem> of(List<Problem> problems) {
    List<Problem> left = new ArrayList<>();
    for (Problem problem : problems) {
      Optional<Rule> rule = Rule.find(problem.code());
      boolean wanted =
          rule.map(one -> (only.isEmpty() || only.contains(one)) && !skipped.contains(one))
              .orElse(only.isEmpty() || problem.severity() == Severity.ERROR);
      if (wanted) {
        left.add(problem);
      }
    }
    return left;
  }

  private static Set<Rule> rules(Call call, String flag) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (String value : call.arguments().all(flag)) {
      for (String code : value.split(",")) {
        if (!code.isBlank()) {
          rules.add(rule(code.strip()));
        }
      }
    }
    return rules;
  }

  /**
   * The rule of a code that somebody typed.
   *
   * @throws dev.pannier.engine.problem.ChartException where there is none
   */
  static Rule rule(String code) {
    return Rule.find(code)
        .orElseThrow(() ->
            UsageProblem.of("cli.unknown-rule", "There is no rule `" + code + "`.", hint(code)));
  }

  private static String hint(String code) {
    List<String> codes = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      codes.add(rule.code());
    }
    String guess = Suggestion.didYouMean(code.contains(".") ? code : "lint." + code, codes);
    return guess.isEmpty() ? "`pannier lint --rules` lists them." : guess;
  }
}
