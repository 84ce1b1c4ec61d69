package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.manifest.kind.FieldType.Basic;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what is there, what belongs there, and how to get from one to the other. */
final class WrongType {

  private static final int SHOWN = 40;
  private static final int FEW_FIELDS = 6;

  private final TypeSource types;
  private final KubeVersion version;
  private final String kind;

  WrongType(TypeSource types, KubeVersion version, String kind) {
    this.types = types;
    this.version = version;
    this.kind = kind;
  }

  /** A value of another type than the field's. */
  Problem problem(Node node, Field field, Place place) {
    String path = place.path();
    boolean secret = isSecret(path);
    String message =
        isTooLarge(node, field.type())
            ? "`" + path + "` is " + node + ", which is too large for its field."
            : "`"
                + path
                + "` is "
                + what(node, secret)
                + ", but "
                + field.type().noun()
                + " belongs there.";
    return Problem.error("manifest.wrong-type", message)
        .at(node.origin())
        .hint(advice(node, field, secret));
  }

  /** A value that is of the field's type and yet none that it may have. */
  Problem form(Node node, ValueForm form, Place place) {
    String path = place.path();
    return Problem.error(
            "manifest.invalid-value",
            "`" + path + "` is " + what(node, isSecret(path)) + ", which is not valid there.")
        .at(node.origin())
        .hint("Write " + form.noun() + ".");
  }

  /** A key that a map may not have. */
  Problem key(MapNode map, String key, MapForm form, Place place) {
    return Problem.error(
            "manifest.invalid-key",
            "`%s` has the key `%s`, which is not valid there.".formatted(place.path(), key))
        .at(map.keyOrigin(key))
        .hint("Write " + form.keyNoun() + ".");
  }

  /** A string that is none of the strings which the field may have. */
  Problem value(TextNode text, Field field, Place place) {
    Field later = later(text.text(), place);
    if (later != null) {
      return Problem.error(
              "manifest.newer-value",
              "`%s` is `%s`, which needs Kubernetes %s, and this is for %s."
                  .formatted(place.path(), text.text(), later.span().first(), version))
          .at(text.origin());
    }
    List<String> values = field.values().stream().filter(value -> !value.isEmpty()).toList();
    boolean few = values.size() <= FEW_FIELDS;
    return Problem.error(
            "manifest.unknown-value",
            "`"
                + place.path()
                + "` is `"
                + text.text()
                + "`, which is none of its values"
                + (few ? ": " + listed(values) + "." : "."))
        .at(text.origin())
        .hint(Suggestion.didYouMean(text.text(), values));
  }

  /** The field as it is in a later release that has the value. */
  private @Nullable Field later(String value, Place place) {
    Place field = place.name().isEmpty() ? place.above() : place;
    Place owner = field == null ? null : field.above();
    StructType struct = owner == null ? null : owner.struct();
    if (field == null || struct == null) {
      return null;
    }
    for (Field other : struct.others()) {
      if (other.name().equals(field.name())
          && other.span().isAfter(version)
          && other.values().contains(value)) {
        return other;
      }
    }
    return null;
  }

  /** What nobody shall read in a log. */
  private boolean isSecret(String path) {
    return kind.equals("Secret") && (path.startsWith("data") || path.startsWith("stringData"));
  }

  private static boolean isTooLarge(Node node, FieldType type) {
    return node instanceof NumberNode number
        && (type == Basic.INT32 || type == Basic.INT64 || type == Basic.INT_OR_STRING)
        && BasicCheck.isWhole(number);
  }

  private static String what(Node node, boolean secret) {
    return switch (node) {
      case MapNode _ -> "a map";
      case ListNode _ -> "a list";
      case NullNode _ -> "empty";
      case TextNode text when text.text().isEmpty() -> "an empty string";
      case TextNode text -> secret ? "a string" : "the string `" + shown(text.text()) + "`";
      case NumberNode number -> secret ? "a number" : "the number `" + number + "`";
      case BoolNode bool -> secret ? "a boolean" : "the boolean `" + bool + "`";
    };
  }

  private static String shown(String text) {
    String line = text.lines().findFirst().orElse("");
    String start = line.length() > SHOWN ? line.substring(0, SHOWN) : line;
    return start.equals(text) ? text : start + "…";
  }

  private String advice(Node node, Field field, boolean secret) {
    return switch (field.type()) {
      case Basic basic -> advice(node, basic, secret);
      case FieldType.ListOf _ -> listAdvice(node, field);
      case FieldType.Named named -> node instanceof ListNode ? dashes() : fields(named);
      case FieldType.MapOf _ -> node instanceof ListNode ? dashes() : "";
      case FieldType.FreeOr _ -> "";
    };
  }

  private String advice(Node node, Basic type, boolean secret) {
    return switch (type) {
      case STRING, TIME -> quotes(node, secret);
      case BYTES ->
          "Encode it, in a template by `{{b64enc …}}`"
              + (kind.equals("Secret") ? ", or put it under `stringData` as it is." : ".");
      case INT32, INT64, NUMBER, INT_OR_STRING ->
          node instanceof TextNode text && isNumber(text.text())
              ? "Take the quotes away: `" + text.text() + "`."
              : "";
      case BOOL ->
          node instanceof TextNode text
                  && (text.text().equals("true") || text.text().equals("false"))
              ? "Take the quotes away: `" + text.text() + "`."
              : "";
      case QUANTITY -> "Write a number and, where needed, a unit: `2`, `500m`, `512Mi`, `10Gi`.";
      case OBJECT, ANY -> "";
    };
  }

  private static String quotes(Node node, boolean secret) {
    return switch (node) {
      case MapNode _, ListNode _ -> "Write it as text: a `|` after the colon, the lines below it.";
      case NumberNode _, BoolNode _ ->
          secret ? "Put it in quotes." : "Put it in quotes: `\"" + node + "\"`.";
      case TextNode _, NullNode _ -> "";
    };
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start;
  }

  private static String listAdvice(Node node, Field field) {
    if (node instanceof MapNode) {
      return field.keys().size() == 1
          ? "Write a list, each item with its `" + field.keys().keySet().iterator().next() + "`."
          : "Write a list: each item starts with `- `.";
    }
    return node instanceof ScalarNode scalar && !scalar.text().isEmpty()
        ? "Write a list of one: `- " + shown(scalar.text()) + "`."
        : "";
  }

  private static String dashes() {
    return "Take the `- ` away.";
  }

  private String fields(FieldType.Named named) {
    List<String> names = List.copyOf(types.type(named).fields().keySet());
    if (names.isEmpty() || names.size() > FEW_FIELDS) {
      return "";
    }
    return (names.size() == 1 ? "Its only field is " : "Its fields are ") + listed(names) + ".";
  }

  private static String listed(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
