package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds references to the schema's own file: nothing is ever fetched for a schema. */
final class SchemaReferences {

  private final Node root;
  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  SchemaReferences(Node root, Problems problems) {
    this.root = root;
    this.problems = problems;
    collect(root);
  }

  /** What a reference may name beside a way from the root. */
  private void collect(Node node) {
    if (node instanceof MapNode map) {
      for (String key : List.of("$id", "id")) {
        map.text(key).ifPresent(names::add);
      }
      for (String key : List.of("$anchor", "$dynamicAnchor")) {
        map.text(key).ifPresent(name -> names.add("#" + name));
      }
      map.entries().values().forEach(this::collect);
    } else if (node instanceof ListNode list) {
      list.forEach(this::collect);
    }
  }

  void review(TextNode reference) {
    String text = reference.text();
    int hash = text.indexOf('#');
    String file = hash < 0 ? text : text.substring(0, hash);
    if (!file.isEmpty()) {
      if (!isInside(file)) {
        problems.add(elsewhere(reference));
      }
    } else if (text.startsWith("#/")) {
      reviewPointer(reference);
    } else if (!text.equals("#") && !names.contains(text)) {
      problems.add(missing(reference));
    }
  }

  private boolean isInside(String file) {
    return names.contains(file)
        || file.contains("//json-schema.org/draft")
        || names.stream().anyMatch(name -> name.contains("://") && name.endsWith("/" + file));
  }

  private void reviewPointer(TextNode reference) {
    Set<String> seen = new HashSet<>();
    Node target = reference;
    while (target instanceof TextNode text && text.text().startsWith("#/")) {
      if (!seen.add(text.text())) {
        problems.add(
            SchemaReview.broken("`" + reference.text() + "` leads only to itself.", reference));
        return;
      }
      Node found = pointed(text.text(), root);
      if (found == null && text == reference && names.stream().allMatch(n -> n.startsWith("#"))) {
        problems.add(missing(reference));
      }
      target = found instanceof MapNode map ? map.get("$ref") : null;
    }
  }

  /** What a reference of the form {@code #/…} names; null where it names nothing. */
  static @Nullable Node pointed(String reference, Node root) {
    List<Object> parts = new ArrayList<>();
    for (String part : reference.substring(2).split("/", -1)) {
      String decoded = part.indexOf('%') < 0 ? part : decoded(part);
      parts.add(decoded.replace("~1", "/").replace("~0", "~"));
    }
    return new NodePath(parts).in(root);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }

  private Problem missing(TextNode reference) {
    String text = reference.text();
    int last = text.lastIndexOf('/');
    List<String> others =
        last > 1 && pointed(text.substring(0, last), root) instanceof MapNode map
            ? map.keys().stream().map(key -> text.substring(0, last + 1) + key).toList()
            : List.copyOf(names);
    return SchemaReview.broken("`" + text + "` names nothing in this schema.", reference)
        .hint(Suggestion.didYouMean(text, others));
  }

  private static Problem elsewhere(TextNode reference) {
    return Problem.error(
            "values.schema-reference",
            "`" + reference.text() + "` leads out of this schema; nothing is fetched for a schema.")
        .at(reference.origin())
        .hint("Copy what it names into `$defs` and refer to it by `#/$defs/…`.");
  }
}
