package dev.pannier.engine.unit;

import dev.pannier.engine.unit.Check.Bound;
import dev.pannier.engine.unit.Check.Contains;
import dev.pannier.engine.unit.Check.Count;
import dev.pannier.engine.unit.Check.Empty;
import dev.pannier.engine.unit.Check.Equals;
import dev.pannier.engine.unit.Check.Matches;
import dev.pannier.engine.unit.Check.NotContains;
import dev.pannier.engine.unit.Check.NotEquals;
import dev.pannier.engine.unit.Check.NotMatches;
import dev.pannier.engine.unit.Check.OneOf;
import dev.pannier.engine.unit.Check.Type;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a value is as a check demands. */
final class CheckResult {
  private CheckResult() {}

  /** What is wrong with a value, as the end of a sentence that begins with it; else nothing. */
  static Optional<String> of(Check check, Node value) {
    String is = "is " + Wording.of(value);
    return switch (check) {
      case Equals(Node wanted) -> unless(value.equals(wanted), is + ", not " + Wording.of(wanted));
      case NotEquals(Node unwanted) -> unless(!value.equals(unwanted), is);
      case OneOf(List<Node> wanted) ->
          unless(wanted.contains(value), is + ", which is none of " + Wording.of(Node.of(wanted)));
      case Matches(var pattern) ->
          unless(
              PatternSearch.finds(pattern, text(value)),
              is + ", which does not match `" + pattern + "`");
      case NotMatches(var pattern) ->
          unless(
              !PatternSearch.finds(pattern, text(value)), is + ", which matches `" + pattern + "`");
      case Contains(Node part) ->
          unless(contains(value, part), is + ", which does not contain " + Wording.of(part));
      case NotContains(Node part) ->
          unless(!contains(value, part), is + ", which contains " + Wording.of(part));
      case Count(int wanted) ->
          unless(size(value) == wanted, "has " + counted(value) + ", not " + wanted);
      case Type(String wanted) ->
          unless(
              types(value).contains(wanted),
              is + ", of the type " + types(value).getFirst() + ", not " + wanted);
      case Empty(boolean wanted) ->
          unless(isEmpty(value) == wanted, wanted ? is + ", which is not empty" : "is empty");
      case Bound bound -> bound(bound, value, is);
    };
  }

  private static Optional<String> unless(boolean fine, String otherwise) {
    return fine ? Optional.empty() : Optional.of(otherwise);
  }

  private static String text(Node value) {
    return value instanceof ScalarNode scalar ? scalar.text() : value.toString();
  }

  /** Maps contain the entries of a map, whatever else they hold, at any depth. */
  private static boolean contains(Node value, Node part) {
    return switch (value) {
      case MapNode map -> part instanceof MapNode wanted && includes(map, wanted);
      case ListNode list -> inList(list, part);
      case TextNode text -> part instanceof ScalarNode piece && text.text().contains(piece.text());
      case ScalarNode scalar -> scalar.equals(part);
    };
  }

  private static boolean inList(ListNode list, Node part) {
    if (part instanceof ListNode parts) {
      return parts.items().stream().allMatch(each -> inList(list, each));
    }
    return list.items().stream().anyMatch(item -> includes(item, part));
  }

  private static boolean includes(Node value, Node part) {
    if (value instanceof MapNode map && part instanceof MapNode wanted) {
      for (Map.Entry<String, Node> entry : wanted.entries().entrySet()) {
        Node found = map.get(entry.getKey());
        if (found == null || !includes(found, entry.getValue())) {
          return false;
        }
      }
      return true;
    }
    return value.equals(part);
  }

  private static int size(Node value) {
    return switch (value) {
      case MapNode map -> map.size();
      case ListNode list -> list.size();
      case TextNode text -> text.text().codePointCount(0, text.text().length());
      case NullNode _ -> 0;
      case ScalarNode _ -> 1;
    };
  }

  private static String counted(Node value) {
    int size = size(value);
    return switch (value) {
      case MapNode _ -> size + (size == 1 ? " entry" : " entries");
      case TextNode _ -> size + (size == 1 ? " character" : " characters");
      case ListNode _, ScalarNode _ -> size + (size == 1 ? " item" : " items");
    };
  }

  /** All names of a value's type: those of JSON Schema, and ours. */
  private static List<String> types(Node value) {
    return switch (value) {
      case MapNode _ -> List.of("map", "object");
      case ListNode _ -> List.of("list", "array");
      case TextNode _ -> List.of("string");
      case BoolNode _ -> List.of("boolean", "bool");
      case NullNode _ -> List.of("null");
      case NumberNode number -> {
        List<String> names = new ArrayList<>(List.of("number"));
        if (number.isInteger()) {
          names.addFirst("integer");
        }
        yield names;
      }
    };
  }

  static final List<String> TYPES =
      List.of(
          "string", "integer", "number", "boolean", "bool", "map", "object", "list", "array",
          "null");

  private static boolean isEmpty(Node value) {
    return switch (value) {
      case MapNode map -> map.isEmpty();
      case ListNode list -> list.isEmpty();
      case TextNode text -> text.text().isEmpty();
      case NullNode _ -> true;
      case ScalarNode _ -> false;
    };
  }

  private static Optional<String> bound(Bound bound, Node value, String is) {
    BigDecimal number;
    try {
      number = new BigDecimal(text(value));
    } catch (NumberFormatException _) {
      return Optional.of(is + ", which is no number");
    }
    int compared = number.compareTo(bound.bound());
    boolean fine = compared == 0 ? bound.equal() : Integer.signum(compared) == bound.sign();
    String wanted =
        bound.equal()
            ? (bound.sign() > 0 ? "less than " : "more than ")
            : (bound.sign() > 0 ? "not greater than " : "not less than ");
    return unless(fine, is + ", which is " + wanted + bound.bound().toPlainString());
  }
}
