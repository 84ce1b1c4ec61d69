package dev.pannier.engine.manifest.kind;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules for values in the JSON schema of a custom kind; types and fields are not its task. */
final class SchemaRules {

  private final CustomTypes types;
  private final String kind;

  SchemaRules(CustomTypes types, String kind) {
    this.types = types;
    this.kind = kind;
  }

  /** What messages call a place: {@code spec.size}, or the kind for the object as a whole. */
  String name(Place place) {
    String path = place.path();
    return "`" + (path.isEmpty() ? kind : path) + "`";
  }

  /** What a value breaks of the rules that a schema has for it itself. */
  void check(Node given, MapNode written, Place place, Problems problems) {
    MapNode schema = types.resolved(written);
    if (schema.isEmpty()) {
      return;
    }
    Node node = given instanceof MapNode map ? withDefaults(map, schema) : given;
    String complaint =
        switch (node) {
          case TextNode text -> text(text, schema);
          case NumberNode number -> number(number, schema);
          case ListNode list -> list(list, schema);
          case MapNode map -> size(map.size(), "entries", schema, "minProperties", "maxProperties");
          case ScalarNode _ -> "";
        };
    if (!complaint.isEmpty()) {
      problems.add(
          Problem.error("manifest.invalid-value", name(place) + " " + complaint).at(node.origin()));
    }
    if (schema.get("enum") instanceof ListNode values && !values.items().contains(node)) {
      choice(node, values, place, problems);
    }
    new SchemaChoice(this, types).check(node, schema, place, problems);
  }

  /** An API server sets what is not given before it looks. */
  private static MapNode withDefaults(MapNode map, MapNode schema) {
    MapNode whole = map;
    for (Map.Entry<String, Node> property : schema.map("properties").entries().entrySet()) {
      String name = property.getKey();
      if (property.getValue() instanceof MapNode own) {
        Node value = whole.get(name);
        if (value instanceof MapNode inner) {
          whole = whole.with(name, withDefaults(inner, own));
        } else if ((value == null || value instanceof NullNode)
            && own.get("default") instanceof Node preset) {
          whole = whole.with(name, preset);
        }
      }
    }
    return whole;
  }

  private void choice(Node node, ListNode values, Place place, Problems problems) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(shown(value)));
    problems.add(
        Problem.error(
                "manifest.unknown-value",
                "%s is `%s`, which is none of its values: `%s`."
                    .formatted(name(place), shown(node), String.join("`, `", texts)))
            .at(node.origin())
            .hint(Suggestion.didYouMean(shown(node), texts)));
  }

  private static String shown(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : node.toString();
  }

  private static String text(TextNode text, MapNode schema) {
    String size =
        size(
            text.text().codePointCount(0, text.text().length()),
            "characters",
            schema,
            "minLength",
            "maxLength");
    if (!size.isEmpty()) {
      return size;
    }
    if (schema.get("pattern") instanceof TextNode pattern && !finds(pattern.text(), text.text())) {
      return "is `" + text.text() + "`, which does not match `" + pattern.text() + "`.";
    }
    String format = schema.text("format").orElse("");
    return SchemaFormat.fits(format, text.text())
        ? ""
        : "is `" + text.text() + "`, which is no " + format.toLowerCase(Locale.ROOT) + ".";
  }

  /** Go's patterns are nearly Java's; one that Java cannot read is the definition's business. */
  private static boolean finds(String pattern, String text) {
    try {
      return pattern.contains("[[:") || Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException _) {
      return true;
    }
  }

  private static String number(NumberNode number, MapNode schema) {
    BigDecimal value = number.decimal();
    if (schema.get("minimum") instanceof NumberNode least) {
      int order = value.compareTo(least.decimal());
      if (order < 0 || order == 0 && CustomTypes.isOn(schema, "exclusiveMinimum")) {
        return "is " + number + ", and the least it may be is " + least + ".";
      }
    }
    if (schema.get("maximum") instanceof NumberNode most) {
      int order = value.compareTo(most.decimal());
      if (order > 0 || order == 0 && CustomTypes.isOn(schema, "exclusiveMaximum")) {
        return "is " + number + ", and the most it may be is " + most + ".";
      }
    }
    return schema.get("multipleOf") instanceof NumberNode step
            && step.decimal().signum() != 0
            && value.remainder(step.decimal()).signum() != 0
        ? "is " + number + ", which is no multiple of " + step + "."
        : "";
  }

  private static String list(ListNode list, MapNode schema) {
    boolean unique = BoolNode.of(true).equals(schema.get("uniqueItems"));
    return unique && new HashSet<>(list.items()).size() < list.size()
        ? "has an item that stands twice in it."
        : size(list.size(), "items", schema, "minItems", "maxItems");
  }

  private static String size(int size, String noun, MapNode schema, String least, String most) {
    if (schema.get(least) instanceof NumberNode number
        && number.decimal().compareTo(BigDecimal.valueOf(size)) > 0) {
      return "has %d %s, and must have %s at least.".formatted(size, noun, number);
    }
    return schema.get(most) instanceof NumberNode number
            && number.decimal().compareTo(BigDecimal.valueOf(size)) < 0
        ? "has %d %s, and may have %s at most.".formatted(size, noun, number)
        : "";
  }
}
