package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks whether a schema is sound before it is used, so that what is broken is told by place. */
final class SchemaReview {

  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "object", "array", "null");

  private final Problems problems = new Problems();
  private final SchemaReferences references;

  private SchemaReview(Node root) {
    this.references = new SchemaReferences(root, problems);
  }

  /** What is wrong with a schema; empty where it is sound. */
  static List<Problem> problems(Node root) {
    SchemaReview review = new SchemaReview(root);
    review.schema(root);
    return review.problems.all();
  }

  private void schema(Node schema) {
    if (schema instanceof MapNode map) {
      map.entries().forEach(this::keyword);
    } else if (!(schema instanceof BoolNode)) {
      problems.add(
          broken("A schema is a map or a boolean, not " + Wording.of(schema) + ".", schema));
    }
  }

  private void schemas(Iterable<Node> schemas) {
    schemas.forEach(this::schema);
  }

  private void keyword(String name, Node value) {
    if (name.equals("patternProperties") && value instanceof MapNode patterns) {
      patterns.keys().forEach(key -> pattern(new TextNode(key, patterns.keyOrigin(key))));
    }
    SchemaKeyword wanted = SchemaKeyword.of(name);
    if (wanted == null) {
      return;
    }
    boolean fits =
        switch (wanted) {
          case SCHEMA -> isSchema(value);
          case SCHEMA_OR_LIST -> isSchema(value) || value instanceof ListNode;
          case SCHEMA_LIST -> value instanceof ListNode list && !list.isEmpty();
          case SCHEMA_MAP, DEPENDENCIES -> value instanceof MapNode;
          case TYPE -> value instanceof TextNode || isStrings(value);
          case PATTERN, STRING, REFERENCE -> value instanceof TextNode;
          case STRING_LIST -> isStrings(value);
          case NUMBER -> value instanceof NumberNode;
          case NUMBER_OR_BOOLEAN -> value instanceof NumberNode || value instanceof BoolNode;
          case COUNT -> value instanceof NumberNode number && isCount(number);
          case BOOLEAN -> value instanceof BoolNode;
          case LIST -> value instanceof ListNode;
        };
    if (fits) {
      within(wanted, value);
    } else {
      problems.add(
          broken(
                  "`%s` takes %s, not %s.".formatted(name, wanted.wanted(), Wording.brief(value)),
                  value)
              .hint(hint(name, value)));
    }
  }

  private void within(SchemaKeyword keyword, Node value) {
    switch (keyword) {
      case SCHEMA -> schema(value);
      case SCHEMA_OR_LIST, SCHEMA_LIST -> {
        if (value instanceof ListNode list) {
          schemas(list);
        } else {
          schema(value);
        }
      }
      case SCHEMA_MAP -> schemas(((MapNode) value).entries().values());
      case DEPENDENCIES ->
          ((MapNode) value)
              .entries()
              .values()
              .forEach(one -> {
                if (!isStrings(one)) {
                  schema(one);
                }
              });
      case TYPE -> types(value);
      case PATTERN -> pattern((TextNode) value);
      case REFERENCE -> references.review((TextNode) value);
      case STRING, STRING_LIST, NUMBER, NUMBER_OR_BOOLEAN, COUNT, BOOLEAN, LIST -> {}
    }
  }

  private void types(Node value) {
    for (Node type : value instanceof ListNode list ? list : List.of(value)) {
      if (type instanceof TextNode text && !TYPES.contains(text.text())) {
        String meant = Suggestion.didYouMean(text.text(), TYPES);
        String known = "The types are `" + String.join("`, `", TYPES) + "`.";
        problems.add(
            broken("`" + text.text() + "` is no type of JSON Schema.", type)
                .hint(meant.isEmpty() ? known : meant));
      }
    }
  }

  private void pattern(TextNode pattern) {
    try {
      Pattern.compile(pattern.text());
    } catch (PatternSyntaxException e) {
      problems.add(
          broken("`" + pattern.text() + "` is no regular expression.", pattern)
              .hint(e.getDescription() + " at character " + (e.getIndex() + 1) + "."));
    }
  }

  private static String hint(String name, Node value) {
    return name.equals("required") && value instanceof BoolNode
        ? "List the key in the `required` of the map that holds it: `\"required\": [\"key\"]`."
        : "";
  }

  private static boolean isSchema(Node node) {
    return node instanceof MapNode || node instanceof BoolNode;
  }

  private static boolean isStrings(Node node) {
    return node instanceof ListNode list
        && list.items().stream().allMatch(item -> item instanceof TextNode);
  }

  private static boolean isCount(NumberNode number) {
    return number.decimal().signum() >= 0 && number.decimal().stripTrailingZeros().scale() <= 0;
  }

  static Problem broken(String message, Node node) {
    return Problem.error("values.schema-broken", message).at(node.origin());
  }
}
