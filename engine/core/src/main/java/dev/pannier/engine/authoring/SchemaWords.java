package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words what a schema allows. */
final class SchemaWords {

  private static final BigDecimal MOST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final int LONGEST_PATTERN = 24;

  private SchemaWords() {}

  /**
   * The type: {@code list of strings}, {@code integer or string}.
   *
   * @param value what stands there, for where the schema names none; null where nothing does
   */
  static String type(SchemaView view, @Nullable Node value) {
    Set<String> types = types(view.schema());
    if (types.isEmpty() && value != null && !(value instanceof NullNode)) {
      types = Set.of(ValueTypes.of(value));
    }
    List<String> words = new ArrayList<>();
    for (String type : types) {
      words.add(
          switch (type) {
            case "object" -> "map" + of(types(view.others().schema()));
            case "array" -> "list" + of(types(view.items().schema()));
            default -> type;
          });
    }
    return words.isEmpty() ? "any" : String.join(" or ", words);
  }

  private static String of(Set<String> types) {
    if (types.size() != 1) {
      return "";
    }
    return switch (types.iterator().next()) {
      case "object" -> " of maps";
      case "array" -> " of lists";
      case "string" -> " of strings";
      case "integer" -> " of integers";
      case "number" -> " of numbers";
      case "boolean" -> " of booleans";
      default -> "";
    };
  }

  private static Set<String> types(MapNode schema) {
    Set<String> types = new LinkedHashSet<>();
    switch (schema.get("type")) {
      case TextNode one -> types.add(one.text());
      case ListNode several -> several.forEach(type -> types.add(text(type)));
      case null, default -> schema.list("enum").forEach(word -> types.add(ValueTypes.of(word)));
    }
    return types;
  }

  /** What else it asks for, in sentences; none where it asks for nothing. */
  static List<String> constraints(MapNode schema) {
    List<String> told = new ArrayList<>();
    List<String> words = new ArrayList<>();
    schema.list("enum").forEach(word -> words.add(Markdown.code(yaml(word))));
    if (!words.isEmpty()) {
      told.add("One of " + String.join(", ", words) + ".");
    }
    range(schema, told);
    String pattern = schema.text("pattern").orElse("");
    if (!pattern.isEmpty() && pattern.length() <= LONGEST_PATTERN) {
      told.add(
          (isNumberToo(schema) ? "A string must match " : "Must match ")
              + Markdown.code(pattern)
              + ".");
    }
    if (schema.get("deprecated") instanceof BoolNode deprecated && deprecated.value()) {
      told.addFirst("**Deprecated.**");
    }
    return told;
  }

  private static boolean isNumberToo(MapNode schema) {
    Set<String> types = types(schema);
    return types.contains("integer") || types.contains("number");
  }

  private static void range(MapNode schema, List<String> told) {
    Optional<NumberNode> least =
        bound(schema, "minimum").filter(from -> !isZero(from) && !isLimitOfIntegers(from));
    Optional<NumberNode> most = bound(schema, "maximum").filter(to -> !isLimitOfIntegers(to));
    if (most.isPresent()) {
      Optional<NumberNode> lower = bound(schema, "minimum").filter(low -> !isLimitOfIntegers(low));
      String from = lower.map(NumberNode::text).orElse("");
      told.add((from.isEmpty() ? "At most " : "From " + from + " to ") + most.get().text() + ".");
    } else {
      least.ifPresent(from -> told.add("At least " + from.text() + "."));
    }
  }

  private static Optional<NumberNode> bound(MapNode schema, String keyword) {
    return schema.get(keyword) instanceof NumberNode bound ? Optional.of(bound) : Optional.empty();
  }

  /** That there are no fewer than none goes without saying. */
  private static boolean isZero(NumberNode number) {
    return number.decimal().signum() == 0;
  }

  /** Nobody comes near what fits into the integers of Kubernetes. */
  private static boolean isLimitOfIntegers(NumberNode number) {
    return number.decimal().abs().compareTo(MOST_INTEGER) >= 0;
  }

  private static String text(Node node) {
    return node instanceof TextNode text ? text.text() : node.toString();
  }

  private static String yaml(Node node) {
    return YamlWriter.flow(node);
  }
}
