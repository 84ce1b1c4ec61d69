package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what an assertion demands of a value. */
final class CheckReader {
  static final List<String> KEYS =
      List.of(
          "equals",
          "notEquals",
          "oneOf",
          "matches",
          "notMatches",
          "contains",
          "notContains",
          "count",
          "type",
          "empty",
          "greaterThan",
          "atLeast",
          "lessThan",
          "atMost");

  private final CaseFields fields;
  private final List<Check> checks = new ArrayList<>();

  private CheckReader(CaseFields fields) {
    this.fields = fields;
  }

  /** Its checks, in a stable order. */
  static List<Check> read(CaseFields fields) {
    CheckReader reader = new CheckReader(fields);
    for (String key : KEYS) {
      Node node = fields.map().get(key);
      if (node != null) {
        reader.read(key, node);
      }
    }
    return reader.checks;
  }

  private void read(String key, Node node) {
    switch (key) {
      case "equals" -> checks.add(new Check.Equals(node));
      case "notEquals" -> checks.add(new Check.NotEquals(node));
      case "contains" -> checks.add(new Check.Contains(node));
      case "notContains" -> checks.add(new Check.NotContains(node));
      case "oneOf" -> oneOf(node);
      case "matches", "notMatches" -> pattern(key, node);
      case "count" -> count(node);
      case "type" -> type(node);
      case "empty" -> checks.add(new Check.Empty(fields.bool("empty", true)));
      case "greaterThan" -> bound(key, node, 1, false);
      case "atLeast" -> bound(key, node, 1, true);
      case "lessThan" -> bound(key, node, -1, false);
      case "atMost" -> bound(key, node, -1, true);
      default -> throw new IllegalStateException("no check is called " + key);
    }
  }

  private void oneOf(Node node) {
    if (node instanceof ListNode list) {
      checks.add(new Check.OneOf(list.items()));
    } else {
      fields.misfit("oneOf", node, "a list of values");
    }
  }

  private void pattern(String key, Node node) {
    if (node instanceof NullNode) {
      fields.misfit(key, node, "a regular expression");
      return;
    }
    try {
      Pattern pattern = Pattern.compile(fields.text(key, ""));
      checks.add(
          key.equals("matches") ? new Check.Matches(pattern) : new Check.NotMatches(pattern));
    } catch (PatternSyntaxException e) {
      fields
          .problems()
          .add(
              Problem.error(
                      "test.invalid-pattern",
                      "%s is no regular expression: %s at character %d."
                          .formatted(Wording.of(node), e.getDescription(), e.getIndex() + 1))
                  .at(node.origin()));
    }
  }

  private void count(Node node) {
    int wanted = fields.count("count", -1);
    if (wanted >= 0) {
      checks.add(new Check.Count(wanted));
    } else if (node instanceof NullNode) {
      fields.misfit("count", node, "a whole number from 0 on");
    }
  }

  private void type(Node node) {
    String wanted = fields.text("type", "");
    if (CheckResult.TYPES.contains(wanted)) {
      checks.add(new Check.Type(wanted));
      return;
    }
    String meant = Suggestion.didYouMean(wanted, CheckResult.TYPES);
    fields
        .problems()
        .add(
            Problem.error("test.unknown-type", Wording.of(node) + " is no type.")
                .at(node.origin())
                .hint(
                    meant.isEmpty()
                        ? "The types are `" + String.join("`, `", CheckResult.TYPES) + "`."
                        : meant));
  }

  private void bound(String key, Node node, int sign, boolean equal) {
    if (node instanceof NumberNode number) {
      checks.add(new Check.Bound(number.decimal(), sign, equal));
    } else {
      fields.misfit(key, node, "a number");
    }
  }
}
