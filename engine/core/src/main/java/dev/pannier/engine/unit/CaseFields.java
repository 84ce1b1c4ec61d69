package dev.pannier.engine.unit;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a map in a file of tests; what does not fit is told and left out. */
record CaseFields(MapNode map, Problems problems) {

  /** What those who come from helm-unittest write, and what it is called here. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("it", "name"),
          Map.entry("asserts", "assert"),
          Map.entry("template", "templates"),
          Map.entry("documentSelector", "in"),
          Map.entry("documentIndex", "in"),
          Map.entry("capabilities", "kubeVersion"),
          Map.entry("upgrade", "isUpgrade"),
          Map.entry("equal", "equals"),
          Map.entry("notEqual", "notEquals"),
          Map.entry("matchRegex", "matches"),
          Map.entry("notMatchRegex", "notMatches"),
          Map.entry("isSubset", "contains"),
          Map.entry("isNotSubset", "notContains"),
          Map.entry("notExists", "absent"),
          Map.entry("isNull", "absent"),
          Map.entry("isNullOrEmpty", "empty"),
          Map.entry("isType", "type"),
          Map.entry("isKind", "in"),
          Map.entry("hasDocuments", "count"),
          Map.entry("containsDocument", "exists"),
          Map.entry("lengthEqual", "count"),
          Map.entry("failedTemplate", "fails"),
          Map.entry("equalRaw", "equals"),
          Map.entry("greaterOrEqual", "atLeast"),
          Map.entry("lessOrEqual", "atMost"));

  /** Tells every key that is not among the known ones. */
  void refuseOthers(String what, List<String> known) {
    for (String key : map.keys()) {
      if (!known.contains(key)) {
        problems.add(
            Problem.error("test.unknown-key", "`" + key + "` is no key of " + what + ".")
                .at(map.keyOrigin(key))
                .hint(meant(key, known)));
      }
    }
  }

  private static String meant(String key, List<String> known) {
    String elsewhere = ELSEWHERE.get(key);
    if (elsewhere != null && known.contains(elsewhere)) {
      return "What helm-unittest calls `" + key + "` is `" + elsewhere + "` here.";
    }
    String closest = Suggestion.didYouMean(key, known);
    return closest.isEmpty() ? "It may have `" + String.join("`, `", known) + "`." : closest;
  }

  /** What stands at a key; null where there is nothing. */
  @Nullable Node get(String key) {
    Node node = map.get(key);
    return node instanceof NullNode ? null : node;
  }

  /** A string, or a number or boolean as it is written. */
  String text(String key, String otherwise) {
    Node node = get(key);
    if (node instanceof ScalarNode scalar) {
      return scalar.text();
    }
    if (node != null) {
      misfit(key, node, "a string");
    }
    return otherwise;
  }

  boolean bool(String key, boolean otherwise) {
    Node node = get(key);
    if (node instanceof BoolNode bool) {
      return bool.value();
    }
    if (node != null) {
      misfit(key, node, "true or false");
    }
    return otherwise;
  }

  int count(String key, int otherwise) {
    Node node = get(key);
    if (node instanceof NumberNode number
        && number.isInteger()
        && number.integer().signum() >= 0
        && number.integer().bitLength() < 32) {
      return number.integer().intValue();
    }
    if (node != null) {
      misfit(key, node, "a whole number from 0 on");
    }
    return otherwise;
  }

  /** Strings of a list; a single one needs no list. */
  List<TextNode> texts(String key) {
    Node node = get(key);
    List<TextNode> texts = new ArrayList<>();
    if (node instanceof ListNode list) {
      for (Node item : list) {
        if (item instanceof ScalarNode scalar && !(item instanceof NullNode)) {
          texts.add(new TextNode(scalar.text(), scalar.origin()));
        } else {
          misfit(key, item, "a list of strings");
        }
      }
    } else if (node instanceof ScalarNode scalar) {
      texts.add(new TextNode(scalar.text(), scalar.origin()));
    } else if (node != null) {
      misfit(key, node, "a list of strings");
    }
    return texts;
  }

  /** A map's fields, where there is one. */
  Optional<CaseFields> fields(String key) {
    Node node = get(key);
    if (node instanceof MapNode inner) {
      return Optional.of(new CaseFields(inner, problems));
    }
    if (node != null) {
      misfit(key, node, "a map");
    }
    return Optional.empty();
  }

  Location place(String key) {
    Node node = map.get(key);
    return node instanceof ScalarNode && node.origin().isKnown()
        ? node.origin()
        : map.keyOrigin(key);
  }

  void misfit(String key, Node node, String wanted) {
    problems.add(
        Problem.error(
                "test.wrong-type",
                "`%s` takes %s, not the %s %s."
                    .formatted(key, wanted, node.typeName(), Wording.of(node)))
            .at(node.origin().isKnown() ? node.origin() : map.keyOrigin(key)));
  }
}
