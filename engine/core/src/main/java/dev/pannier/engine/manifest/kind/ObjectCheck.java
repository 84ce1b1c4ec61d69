package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks an object beside the types of its kind. For one object. */
final class ObjectCheck {

  private final TypeSource types;
  private final KubeVersion version;
  private final String kind;
  private final @Nullable SchemaRules rules;
  private final Problems problems;
  private final UnknownField unknown;
  private final WrongType wrong;
  private final ListItems items;

  ObjectCheck(
      TypeSource types,
      KubeVersion version,
      String kind,
      @Nullable SchemaRules rules,
      Problems problems) {
    this.types = types;
    this.version = version;
    this.kind = kind;
    this.rules = rules;
    this.problems = problems;
    this.unknown = new UnknownField(types, version, kind);
    this.wrong = new WrongType(types, version, kind);
    this.items = new ListItems(problems);
  }

  void check(MapNode object, StructType type) {
    fields(object, type, Place.top(type));
  }

  private void fields(MapNode map, StructType type, Place place) {
    for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
      Field field = type.field(entry.getKey());
      if (field == null && type.isOpen()) {
        continue;
      } else if (field == null) {
        problems.add(
            unknown.problem(entry.getKey(), type, place).at(map.keyOrigin(entry.getKey())));
      } else if (!(entry.getValue() instanceof NullNode) || isRefused(field)) {
        value(entry.getValue(), field, place.field(entry.getKey()));
      }
    }
    for (Field field : type.fields().values()) {
      if (isNeeded(field) && !isGiven(map, field) && !isMisspelt(map, type, field.name())) {
        missing(map, field.name(), place);
      }
    }
    if (!type.isCustom()) {
      TypeRules.check(type, new Scope(map, place, kind, version, problems));
    }
  }

  /** Whether an unknown field is told with the advice that this one may be meant. */
  private boolean isMisspelt(MapNode map, StructType type, String name) {
    for (String key : map.keys()) {
      if (type.field(key) == null
          && type.elsewhere(key, version) == null
          && Suggestion.closest(key, type.fields().keySet()).filter(name::equals).isPresent()) {
        return !type.isOpen();
      }
    }
    return false;
  }

  /**
   * A spec is optional in every published schema; one that has required fields cannot be left out,
   * since the API server reads an empty spec then.
   */
  private boolean isNeeded(Field field) {
    return field.required()
        || field.name().equals("spec")
            && field.type() instanceof FieldType.Named named
            && types.type(named).hasRequired();
  }

  /**
   * Null says the same as absence in a built-in kind (encoding/json leaves the field alone), and in
   * a custom one where there is a default for it.
   */
  private static boolean isRefused(Field field) {
    return !field.rules().isEmpty()
        && !field.required()
        && !field.rules().has("default")
        && !SchemaType.isNullable(field.rules());
  }

  private static boolean isGiven(MapNode map, Field field) {
    Node node = map.get(field.name());
    return node != null
        && (!(node instanceof NullNode)
            || !field.rules().isEmpty() && SchemaType.isNullable(field.rules()));
  }

  private void missing(MapNode map, String name, Place place) {
    Problem problem =
        Problem.error(
            "manifest.missing-field",
            "The field `" + place.field(name).path() + "` is missing in `" + kind + "`.");
    problems.add(
        map.has(name)
            ? problem.at(map.keyOrigin(name)).hint("Its value is empty; give it one.")
            : problem.at(map.origin()));
  }

  private void value(Node node, Field field, Place place) {
    boolean fits =
        switch (field.type()) {
          case Basic basic -> basic(node, basic, field, place);
          case FieldType.Named named -> struct(node, named, field, place);
          case FieldType.ListOf list -> list(node, list, field, place);
          case FieldType.MapOf map -> map(node, map, field, place);
          case FieldType.FreeOr free ->
              !(node instanceof MapNode) || struct(node, free.type(), field, place);
        };
    if (fits && rules != null) {
      rules.check(node, field.rules(), place, problems);
    }
  }

  /** Whether it is of the type; if not, that is told. The same with the other types below. */
  private boolean basic(Node node, Basic type, Field field, Place place) {
    if (!BasicCheck.fits(node, type)) {
      problems.add(wrong.problem(node, field, place));
      return false;
    }
    // an empty string is what Go has for absence; where it may not be absent, it is no value
    boolean absent = node instanceof TextNode text && text.text().isEmpty() && !field.required();
    if (!absent) {
      content(node, field, place);
    }
    return true;
  }

  private void content(Node node, Field field, Place place) {
    if (node instanceof TextNode text
        && !field.values().isEmpty()
        && !field.values().contains(text.text())) {
      problems.add(wrong.value(text, field, place));
    } else if (field.form() != null && !field.form().fits(node)) {
      problems.add(wrong.form(node, field.form(), place));
    }
  }

  private boolean struct(Node node, FieldType.Named named, Field field, Place place) {
    if (!(node instanceof MapNode map)) {
      problems.add(wrong.problem(node, field, place));
      return false;
    }
    StructType type = types.type(named);
    fields(map, type, place.typed(type));
    return true;
  }

  private boolean list(Node node, FieldType.ListOf type, Field field, Place place) {
    if (!(node instanceof ListNode list)) {
      problems.add(wrong.problem(node, field, place));
      return false;
    }
    // an empty string in a list is no absence
    Field item = field.part(type.item()).needed(true);
    for (int i = 0; i < list.size(); i++) {
      // a null among scalars is an empty one to the API server; among maps it is a slip
      if (!(list.get(i) instanceof NullNode && type.item() instanceof Basic)) {
        value(list.get(i), item, place.item(i));
      }
    }
    items.check(list, field, place);
    return true;
  }

  private boolean map(Node node, FieldType.MapOf type, Field field, Place place) {
    if (!(node instanceof MapNode map)) {
      problems.add(wrong.problem(node, field, place));
      return false;
    }
    Field part = field.part(type.value());
    for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
      if (field.form() instanceof MapForm form && !form.hasKey(entry.getKey())) {
        problems.add(wrong.key(map, entry.getKey(), form, place));
      }
      if (!(entry.getValue() instanceof NullNode)) {
        value(entry.getValue(), part, place.field(entry.getKey()));
      }
    }
    return true;
  }
}
