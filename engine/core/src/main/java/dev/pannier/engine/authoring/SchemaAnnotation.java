package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlComment;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Annotations of values by keywords of JSON Schema: in one line, {@code # @schema type:string;
 * minLength:1} (github.com/losisin/helm-values-schema-json), or as YAML between two lines {@code #
 * @schema} (github.com/dadav/helm-schema).
 */
final class SchemaAnnotation {

  static final String MARK = "@schema";

  /** Said of the key among its siblings, not of its value. */
  static final String REQUIRED = "required";

  /** The value may be anything, and nothing is told of it. */
  static final String HIDDEN = "hidden";

  /** A map that may hold other keys than its own; those are not told. */
  static final String SKIP_PROPERTIES = "skipProperties";

  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "$id",
          "$comment",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "contains",
          "default",
          "deprecated",
          "description",
          "enum",
          "examples",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "format",
          HIDDEN,
          "items",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "oneOf",
          "pattern",
          "patternProperties",
          "properties",
          "propertyNames",
          "readOnly",
          REQUIRED,
          SKIP_PROPERTIES,
          "title",
          "type",
          "uniqueItems",
          "writeOnly",
          "if",
          "then",
          "else",
          "unevaluatedProperties",
          "dependentRequired",
          "minContains",
          "maxContains");

  /** Taken as they stand: YAML would read `[a-z]+` as a list. */
  private static final Set<String> TEXTS =
      Set.of("pattern", "title", "description", "format", "$ref", "$id", "$comment");

  private final Source source;
  private final Problems warnings;

  SchemaAnnotation(Source source, Problems warnings) {
    this.source = source;
    this.warnings = warnings;
  }

  /** Whether a keyword speaks to the inference, and is none of JSON Schema. */
  static boolean isOurs(String keyword) {
    return keyword.equals(HIDDEN) || keyword.equals(SKIP_PROPERTIES);
  }

  /** Reads what follows {@code @schema} on its line. */
  KeyNote line(YamlComment comment) {
    Location place = source.at(comment.line(), comment.column());
    KeyNote note = KeyNote.NONE.withOrigin(place);
    String plain = CommentLine.plain(comment).substring(MARK.length());
    for (String part : parts(plain)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        warnings.add(unclear("`" + part + "` is no keyword with a value.", place));
        continue;
      }
      String name = part.substring(0, colon).strip();
      String value = part.substring(colon + 1).strip();
      Node read = TEXTS.contains(name) ? TextNode.of(value) : yaml(value, place);
      note = keyword(note, name, read, place);
    }
    return note;
  }

  /** The parts between semicolons, where they do not stand in quotes or brackets. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{' || c == '(') {
        depth++;
      } else if (c == ']' || c == '}' || c == ')') {
        depth--;
      }
      if (c == ';' && depth <= 0 && quote == 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** Reads the YAML of the lines between two marks. */
  KeyNote block(List<YamlComment> comments, Location mark) {
    StringBuilder yaml = new StringBuilder();
    for (YamlComment comment : comments) {
      String text = comment.text();
      yaml.append(text.startsWith(" ") ? text.substring(1) : text).append('\n');
    }
    KeyNote note = KeyNote.NONE.withOrigin(mark);
    if (yaml(yaml.toString(), mark) instanceof MapNode keywords) {
      for (var entry : keywords.entries().entrySet()) {
        note = keyword(note, entry.getKey(), entry.getValue(), mark);
      }
      return note;
    }
    warnings.add(unclear("There are no keywords between these lines `# @schema`.", mark));
    return note;
  }

  private KeyNote keyword(KeyNote note, String name, Node value, Location place) {
    if (name.equals(REQUIRED) && value instanceof BoolNode required) {
      return note.withRequired(required.value());
    }
    if (KEYWORDS.contains(name) || name.startsWith("x-")) {
      return note.withKeyword(name, value);
    }
    return switch (name) {
      case "item" -> item(note, "type", value);
      case "itemEnum" -> item(note, "enum", value);
      case "itemProperties" -> item(note, "properties", value);
      case "itemRef" -> item(note, "$ref", value);
      case "noAdditionalProperties" -> note.withKeyword("additionalProperties", BoolNode.of(false));
      case "skip" -> note.withKeyword(HIDDEN, value);
      default -> {
        warnings.add(
            unclear("`" + name + "` is no keyword of `@schema`, and is left out.", place)
                .hint(Suggestion.didYouMean(name, KEYWORDS)));
        yield note;
      }
    };
  }

  private static KeyNote item(KeyNote note, String keyword, Node value) {
    MapNode items = note.keywords().map("items").with(keyword, value);
    return note.withKeyword("items", items);
  }

  private Node yaml(String text, Location place) {
    Problems problems = new Problems();
    List<Node> read =
        YamlReader.readAll(new Source(source.name(), text), (_, _) -> place, problems);
    warnings.addAll(
        problems.all().stream()
            .map(problem ->
                unclear("The YAML of this `@schema` is broken: " + problem.message(), place))
            .toList());
    return read.isEmpty() ? Node.of(null) : read.getFirst();
  }

  private static Problem unclear(String message, Location place) {
    return Problem.warning("authoring.annotation", message).at(place);
  }
}
