package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.engine.release.ReleaseSummary;
import java.util.Map;
import java.util.function.Predicate;

/** Kubernetes' equality-based label selectors: {@code team=web,tier!=test,owner}. */
final class LabelSelector {
  private LabelSelector() {}

  static Predicate<ReleaseSummary> parse(String selector) {
    Predicate<ReleaseSummary> all = _ -> true;
    for (String requirement : selector.split(",", -1)) {
      Predicate<Map<String, String>> labels = requirement(requirement.strip());
      all = all.and(release -> labels.test(release.labels()));
    }
    return all;
  }

  private static Predicate<Map<String, String>> requirement(String text) {
    int equals = text.indexOf('=');
    if (text.isEmpty() || text.indexOf(' ') >= 0 || equals == 0) {
      throw UsageProblem.of(
          "cli.flag-value",
          "`--selector` cannot read `" + text + "`.",
          "Write it like `team=web,tier!=test`.");
    }
    if (equals < 0) {
      return text.startsWith("!")
          ? labels -> !labels.containsKey(text.substring(1))
          : labels -> labels.containsKey(text);
    }
    String value = text.substring(text.startsWith("==", equals) ? equals + 2 : equals + 1);
    if (text.charAt(equals - 1) == '!') {
      String key = text.substring(0, equals - 1);
      return labels -> !value.equals(labels.get(key));
    }
    String key = text.substring(0, equals);
    return labels -> value.equals(labels.get(key));
  }
}
