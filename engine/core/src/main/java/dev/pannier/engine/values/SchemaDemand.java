package dev.pannier.engine.values;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a violated keyword demands, in words that follow the name of the value. */
final class SchemaDemand {

  private static final int MOST_CHOICES = 12;

  private SchemaDemand() {}

  /**
   * {@code must be at least 1}.
   *
   * @param wanted what stands behind the keyword in the schema; null where that is not known
   */
  static String of(Violation violation, @Nullable Node wanted) {
    String value = wanted == null ? "what its schema says" : plain(wanted);
    return switch (violation.keyword()) {
      case "type" -> "must be " + types(wanted);
      case "enum" -> "must be " + choices(wanted);
      case "const" -> "must be `" + value + "`";
      case "pattern" -> "must match the pattern `" + value + "`";
      case "format" -> "must have the format `" + value + "`";
      case "minimum" -> "must be at least " + value;
      case "maximum" -> "must be at most " + value;
      case "exclusiveMinimum" -> "must be more than " + value;
      case "exclusiveMaximum" -> "must be less than " + value;
      case "multipleOf" -> "must be a multiple of " + value;
      case "minLength" -> "must have at least " + counted(wanted, "character");
      case "maxLength" -> "must have at most " + counted(wanted, "character");
      case "minItems" -> "must have at least " + counted(wanted, "item");
      case "maxItems" -> "must have at most " + counted(wanted, "item");
      case "minProperties" -> "must have at least " + counted(wanted, "key");
      case "maxProperties" -> "must have at most " + counted(wanted, "key");
      case "uniqueItems" -> "must not hold the same item twice";
      case "contains", "minContains", "maxContains" -> "does not hold the items that it must";
      case "propertyNames" -> "has the key `" + violation.property() + "`, which is not allowed";
      case "required" -> "must have the key `" + violation.property() + "`";
      case "dependentRequired", "dependencies" ->
          "must have the keys that `" + violation.property() + "` asks for";
      case "additionalProperties", "unevaluatedProperties" ->
          "must not have the key `" + violation.property() + "`";
      case "items", "additionalItems", "unevaluatedItems" -> "has more items than it may";
      case "not" -> "must not fit what the schema's `not` says";
      case "false" -> "must not be set";
      default -> "breaks the rule `" + violation.keyword() + "`";
    };
  }

  /** Whether the demand is of the value as it stands, so that a message should show the value. */
  static boolean showsValue(Violation violation) {
    return switch (violation.keyword()) {
      case "enum",
          "const",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "type" ->
          true;
      default -> false;
    };
  }

  /** The types behind {@code type}, in the words of values files. */
  static List<String> typeWords(@Nullable Node wanted) {
    List<String> words = new ArrayList<>();
    for (Node type : wanted instanceof ListNode list ? list.items() : listOf(wanted)) {
      words.add(
          switch (type instanceof TextNode text ? text.text() : "") {
            case "object" -> "a map";
            case "array" -> "a list";
            case "integer" -> "an integer";
            case "null" -> "null";
            case String other -> "a " + other;
          });
    }
    return words;
  }

  /** The values or types that a keyword allows, where it allows just some; else nothing. */
  static List<String> allowed(Violation violation, @Nullable Node wanted) {
    return switch (violation.keyword()) {
      case "type" -> typeWords(wanted);
      case "const" -> wanted == null ? List.of() : List.of("`" + plain(wanted) + "`");
      case "enum" -> choiceWords(wanted);
      default -> List.of();
    };
  }

  private static List<Node> listOf(@Nullable Node node) {
    return node == null ? List.of() : List.of(node);
  }

  private static String types(@Nullable Node wanted) {
    List<String> words = typeWords(wanted);
    return words.isEmpty() ? "of another type" : Wording.either(words);
  }

  private static List<String> choiceWords(@Nullable Node wanted) {
    List<String> words = new ArrayList<>();
    for (Node choice : wanted instanceof ListNode list ? list.items() : List.<Node>of()) {
      words.add("`" + plain(choice) + "`");
    }
    return words;
  }

  private static String choices(@Nullable Node wanted) {
    List<String> words = choiceWords(wanted);
    if (words.size() > MOST_CHOICES) {
      int more = words.size() - MOST_CHOICES;
      words.subList(MOST_CHOICES, words.size()).clear();
      words.add(more + " more");
    }
    return words.size() == 1 ? words.getFirst() : "one of " + Wording.either(words);
  }

  private static String plain(Node node) {
    return node instanceof TextNode text ? text.text() : Wording.value(node);
  }

  private static String counted(@Nullable Node wanted, String noun) {
    String count = wanted instanceof NumberNode number ? number.text() : "another number of";
    return count + " " + (count.equals("1") ? noun : noun + "s");
  }

  /** The keys that a map may have, as the schema around one of its keywords lists them. */
  static List<String> knownKeys(@Nullable Node around) {
    return around instanceof MapNode map ? List.copyOf(map.map("properties").keys()) : List.of();
  }
}
