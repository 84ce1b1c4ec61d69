package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private static final int MOST_FORMS = 4;
  private static final int MOST_DEMANDS = 3;

  Problem of(Violation violation) {
    Problem problem =
        switch (violation.keyword()) {
          case "required", "dependentRequired", "dependencies" -> missing(violation);
          case "additionalProperties", "unevaluatedProperties" -> unknown(violation);
          default -> unfit(violation);
        };
    return problem.note(schemaNote(violation), schemaPlace(violation));
  }

  /** {@code the schema's `minimum`}. */
  private static String schemaNote(Violation violation) {
    return violation.keyword().equals("false")
        ? "the schema rules it out"
        : "the schema's `" + violation.place().last() + "`";
  }

  private Location schemaPlace(Violation violation) {
    return keyPlace(schemaAround(violation), violation.place().last());
  }

  private Location keyPlace(@Nullable Node around, String key) {
    return around instanceof MapNode map && map.has(key) ? map.keyOrigin(key) : schema.origin();
  }

  /** More forms of a {@code oneOf} fit than the one that may. */
  Problem ofMany(NodePath way, NodePath instance, int matches) {
    String message =
        "%s fits %d of the forms in the schema, but must fit exactly one."
            .formatted(name(instance), matches);
    return choice(way, instance, message);
  }

  /**
   * No form of a choice fits.
   *
   * @param forms of each form what is violated
   */
  Problem ofNone(NodePath way, NodePath instance, List<List<Violation>> forms) {
    Node value = instance.in(values);
    if (value != null && forms.stream().allMatch(form -> isOnlyType(form, instance))) {
      Set<String> types = new LinkedHashSet<>();
      forms.forEach(form -> types.addAll(SchemaDemand.typeWords(wanted(form.getFirst()))));
      String message =
          "%s is %s but must be %s."
              .formatted(
                  name(instance), shown(form(forms), value), Wording.either(List.copyOf(types)));
      return choice(way, instance, message);
    }
    StringBuilder hint = new StringBuilder();
    for (int i = 0; i < forms.size() && i < MOST_FORMS; i++) {
      hint.append(i == 0 ? "Either it " : "; or it ").append(demands(forms.get(i), instance));
    }
    hint.append(forms.size() > MOST_FORMS ? "; or there are further forms." : ".");
    String message = name(instance) + " fits none of the forms that the schema allows.";
    return choice(way, instance, message).hint(hint.toString());
  }

  private static Violation form(List<List<Violation>> forms) {
    return forms.getFirst().getFirst();
  }

  private static boolean isOnlyType(List<Violation> form, NodePath instance) {
    return form.size() == 1
        && form.getFirst().keyword().equals("type")
        && form.getFirst().instance().equals(instance);
  }

  private String demands(List<Violation> form, NodePath instance) {
    List<String> demands = new ArrayList<>();
    for (Violation violation : form.subList(0, Math.min(MOST_DEMANDS, form.size()))) {
      String demand = SchemaDemand.of(violation, wanted(violation));
      boolean itself = violation.instance().equals(instance);
      String part = itself ? "" : "`" + violation.instance().from(instance.length()) + "` ";
      demands.add(part + demand);
    }
    return String.join(" and ", demands) + (form.size() > MOST_DEMANDS ? " and more" : "");
  }

  private Problem choice(NodePath way, NodePath instance, String message) {
    return Problem.error("values.schema", message)
        .at(place(instance))
        .note("the schema's `" + way.last() + "`", keyPlace(evaluated(way.parent()), way.last()));
  }

  /** What lies on a way through the schema that follows its references. */
  private @Nullable Node evaluated(NodePath way) {
    Node node = schema;
    for (Object part : way.parts()) {
      if (node == null) {
        return null;
      }
      node = new NodePath(List.of(part)).in(node);
      if (part.equals("$ref") && node instanceof TextNode reference) {
        String text = reference.text();
        node =
            text.equals("#")
                ? schema
                : text.startsWith("#/") ? SchemaReferences.pointed(text, schema) : null;
      }
    }
    return node;
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

  private @Nullable Node wanted(Violation violation) {
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
    return Problem.error("values.schema", "`" + whole(path) + "` is missing.")
        .at(place(violation.instance()))
        .hint(hint);
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
    Node around = violation.instance().in(values);
    Location place =
        around instanceof MapNode map ? map.keyOrigin(violation.property()) : Location.unknown();
    return Problem.error("values.unknown-key", "The key `" + whole(path) + "` is unknown.")
        .at(place)
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
    return Problem.error("values.schema", message)
        .at(place(violation.instance()))
        .hint(value == null ? "" : hint(violation, value, wanted));
  }

  private static String shown(Violation violation, Node value) {
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
    boolean byFlag = value.origin().source().name().startsWith("--set ");
    if (types.contains("a string") && !(value instanceof MapNode)) {
      return byFlag ? "Use `--set-string` to set a string." : "Quote it to make it a string.";
    }
    boolean number = types.contains("an integer") || types.contains("a number");
    return number && value instanceof TextNode text && isNumber(text.text())
        ? "Write the number without quotes."
        : "";
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
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
