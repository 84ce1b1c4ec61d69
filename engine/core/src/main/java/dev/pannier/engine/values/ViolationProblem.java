package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells violations to whoever set the values.
 *
 * @param values the values that were checked
 * @param schema the schema, with places
 * @param prefix the path of these values in the whole, with a final dot; or empty
 */
record ViolationProblem(MapNode values, Node schema, String prefix) {

  private static final int MOST_KEYS = 12;

  Problem of(Violation violation) {
    Problem problem =
        switch (violation.keyword()) {
          case "required" -> missing(violation);
          case "dependentRequired", "dependencies" -> dependent(violation);
          case "additionalProperties", "unevaluatedProperties" -> unknown(violation);
          default -> unfit(violation);
        };
    return problem.note(schemaNote(violation), schemaPlace(violation));
  }

  /** {@code the schema's `minimum`}. */
  private static String schemaNote(Violation violation) {
    return violation.keyword().equals("false")
        ? "ruled out by the schema"
        : "the schema's `" + violation.place().last() + "`";
  }

  private Location schemaPlace(Violation violation) {
    if (violation.keyword().equals("false")) {
      NodePath place = violation.place();
      NodePath ruled = place.last().equals("false") ? place.parent() : place;
      return ruled.length() == 0
          ? schema.origin()
          : keyPlace(ruled.parent().in(schema), ruled.last());
    }
    return keyPlace(schemaAround(violation), violation.place().last());
  }

  Location keyPlace(@Nullable Node around, String key) {
    return around instanceof MapNode map && map.has(key) ? map.keyOrigin(key) : schema.origin();
  }

  /** The name of a value, for messages. */
  String name(NodePath path) {
    if (path.length() == 0) {
      return prefix.isEmpty() ? "The values" : "`" + prefix.substring(0, prefix.length() - 1) + "`";
    }
    return "`" + whole(path) + "`";
  }

  private String whole(NodePath path) {
    String own = path.toString();
    return own.startsWith("[") && !prefix.isEmpty()
        ? prefix.substring(0, prefix.length() - 1) + own
        : prefix + own;
  }

  @Nullable Node wanted(Violation violation) {
    return violation.place().in(schema);
  }

  private Problem missing(Violation violation) {
    NodePath path = violation.instance().child(violation.property());
    Node around = violation.instance().in(values);
    List<String> strangers = new ArrayList<>();
    if (around instanceof MapNode map) {
      List<String> known = SchemaDemand.knownKeys(schemaAround(violation));
      map.keys().stream().filter(key -> !known.contains(key)).forEach(strangers::add);
    }
    String hint =
        Suggestion.closest(violation.property(), strangers)
            .map(key -> "`" + key + "` is set there: did you mean `" + violation.property() + "`?")
            .orElse("Set it in a values file, or by `--set " + whole(path) + "=…`.");
    return Problem.error("values.schema-violation", "`" + whole(path) + "` is missing.")
        .at(place(violation.instance()))
        .hint(hint);
  }

  /** Keys that must be set as soon as another one is. */
  private Problem dependent(Violation violation) {
    List<String> missing = new ArrayList<>();
    Node around = violation.instance().in(values);
    if (around instanceof MapNode map
        && wanted(violation) instanceof MapNode wanted
        && wanted.get(violation.property()) instanceof ListNode keys) {
      for (Node key : keys) {
        if (key instanceof TextNode text && !map.has(text.text())) {
          missing.add("`" + whole(violation.instance().child(text.text())) + "`");
        }
      }
    }
    String cause = "`" + whole(violation.instance().child(violation.property())) + "`";
    return Problem.error(
            "values.schema-violation",
            "%s must be set because %s is.".formatted(String.join(", ", missing), cause))
        .at(keyPlace(violation));
  }

  private Location keyPlace(Violation violation) {
    return violation.instance().in(values) instanceof MapNode map
        ? map.keyOrigin(violation.property())
        : Location.unknown();
  }

  private Problem unknown(Violation violation) {
    NodePath path = violation.instance().child(violation.property());
    List<String> known = SchemaDemand.knownKeys(schemaAround(violation));
    String meant = Suggestion.didYouMean(violation.property(), known);
    String keys =
        known.isEmpty()
            ? "No key may be set there."
            : "The keys there are `"
                + String.join("`, `", known.subList(0, Math.min(MOST_KEYS, known.size())))
                + (known.size() > MOST_KEYS ? "`, …" : "`.");
    return Problem.error("values.unknown-key", "The key `" + whole(path) + "` is unknown.")
        .at(keyPlace(violation))
        .hint(meant.isEmpty() ? keys : meant);
  }

  private Problem unfit(Violation violation) {
    Node wanted = wanted(violation);
    Node value = violation.instance().in(values);
    String is =
        value != null && SchemaDemand.showsValue(violation)
            ? " is " + shown(violation, value) + " but "
            : " ";
    String message = name(violation.instance()) + is + SchemaDemand.of(violation, wanted) + ".";
    return Problem.error("values.schema-violation", message)
        .at(place(violation.instance()))
        .hint(value == null ? "" : hint(violation, value, wanted));
  }

  static String shown(Violation violation, Node value) {
    boolean byType = violation.keyword().equals("type");
    return byType && !(value instanceof TextNode) && !(value instanceof NumberNode)
        ? Wording.of(value)
        : (byType ? "the " + value.typeName() + " " : "") + "`" + Wording.value(value) + "`";
  }

  private static String hint(Violation violation, Node value, @Nullable Node wanted) {
    if (violation.keyword().equals("enum") && wanted != null && value instanceof TextNode text) {
      List<String> choices = new ArrayList<>();
      if (wanted instanceof ListNode list) {
        list.forEach(item -> choices.add(item instanceof TextNode t ? t.text() : item.toString()));
      }
      return Suggestion.didYouMean(text.text(), choices);
    }
    if (!violation.keyword().equals("type")) {
      return "";
    }
    List<String> types = SchemaDemand.typeWords(wanted);
    String flag = value.origin().source().name();
    if (types.contains("a string") && value instanceof ScalarNode scalar) {
      return flag.startsWith("--set ")
          ? "Use `--set-string` to set a string."
          : "Quote it to make it a string: `\"" + scalar.text() + "\"`.";
    }
    if (value instanceof TextNode text && reads(text.text(), types)) {
      return flag.startsWith("--set-string ")
          ? "Use `--set` instead of `--set-string`."
          : "Write it without quotes.";
    }
    return "";
  }

  /** Whether a text without its quotes would be of a type that is wanted. */
  private static boolean reads(String text, List<String> types) {
    boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean bool = text.equals("true") || text.equals("false");
    return number && (types.contains("an integer") || types.contains("a number"))
        || bool && types.contains("a boolean");
  }

  private @Nullable Node schemaAround(Violation violation) {
    return violation.place().length() == 0 ? null : violation.place().parent().in(schema);
  }

  /** Where a value was set; the nearest map around it where that is not known. */
  Location place(NodePath path) {
    for (NodePath up = path; ; up = up.parent()) {
      Node node = up.in(values);
      if (node != null && node.origin().isKnown()) {
        return node.origin();
      }
      if (up.length() == 0) {
        return Location.unknown();
      }
    }
  }
}
