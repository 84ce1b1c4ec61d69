package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What .helmignore leaves out of a chart's folder, by the rules of Helm's pkg/ignore: the first
 * rule that applies decides, and a negated rule leaves out all that it does <em>not</em> match.
 */
final class IgnoreRules {

  /** Helm's own rule: hidden files in templates/ are never templates. */
  private static final String BUILT_IN = "templates/.?*";

  private record Rule(PathPattern pattern, boolean negated, boolean foldersOnly, boolean nameOnly) {

    boolean matches(String path) {
      return pattern.matches(nameOnly ? path.substring(path.lastIndexOf('/') + 1) : path);
    }

    boolean ignores(String path, boolean folder) {
      boolean applies = (folder || !foldersOnly) && matches(path);
      return applies != negated;
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  private IgnoreRules() {}

  /** The rules of a chart without a .helmignore. */
  static IgnoreRules builtIn() {
    IgnoreRules rules = new IgnoreRules();
    rules.add(BUILT_IN);
    return rules;
  }

  /** The rules of a .helmignore; lines that are wrong go to the problems. */
  static IgnoreRules parse(Source source, Problems problems) {
    IgnoreRules rules = new IgnoreRules();
    int number = 0;
    for (String line : source.text().split("\n", -1)) {
      number++;
      String rule = line.strip();
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        Optional<Problem> problem = rules.read(rule);
        if (problem.isPresent()) {
          problems.add(problem.get().at(source.at(number, line.indexOf(rule) + 1)));
        }
      }
    }
    rules.add(BUILT_IN);
    return rules;
  }

  private Optional<Problem> read(String rule) {
    if (rule.contains("**")) {
      return Optional.of(
          Problem.error("chart.helmignore-double-star", "`**` is not known in .helmignore.")
              .hint(
                  "A pattern without a slash, such as `*.bak`, matches names in every folder;"
                      + " a pattern with one, such as `docs/*.md`, matches one level."));
    }
    if (!add(rule)) {
      return Optional.of(
          Problem.error("chart.helmignore-pattern", "The pattern `" + rule + "` is not complete.")
              .hint("Close the `[` by a `]`, or put a backslash before a letter that it escapes."));
    }
    return rule.startsWith("!") ? Optional.of(negation(rule.substring(1))) : Optional.empty();
  }

  private static Problem negation(String pattern) {
    return Problem.warning(
            "chart.helmignore-negation",
            "`!" + pattern + "` leaves out every file that does not match `" + pattern + "`.")
        .hint(
            "In .helmignore a `!` does not take files back in, as it does in .gitignore;"
                + " name what to leave out instead.");
  }

  private boolean add(String text) {
    boolean negated = text.startsWith("!");
    String rule = negated ? text.substring(1) : text;
    boolean foldersOnly = rule.endsWith("/");
    rule = foldersOnly ? rule.substring(0, rule.length() - 1) : rule;
    boolean nameOnly = rule.indexOf('/') < 0;
    Optional<PathPattern> pattern =
        PathPattern.parse(rule.startsWith("/") ? rule.substring(1) : rule);
    pattern.ifPresent(found -> rules.add(new Rule(found, negated, foldersOnly, nameOnly)));
    return pattern.isPresent();
  }

  /**
   * Whether a file or folder is left out.
   *
   * @param path its path in the chart, with slashes
   */
  boolean ignores(String path, boolean folder) {
    for (Rule rule : rules) {
      if (rule.ignores(path, folder)) {
        return true;
      }
    }
    return false;
  }
}
