package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a rendering with expected.yaml, document by document and field by field: what documents
 * say counts, not how they are written, nor their order.
 */
final class GoldenComparison {
  private final RenderedCase rendered;
  private final List<FieldDifference> differences = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private GoldenComparison(RenderedCase rendered) {
    this.rendered = rendered;
  }

  /** What is not as expected. */
  record Outcome(List<FieldDifference> differences, List<Problem> problems) {}

  /**
   * Compares.
   *
   * @param documents those of the rendering that count
   */
  static Outcome of(Source expected, RenderedCase rendered, List<Resource> documents) {
    GoldenComparison comparison = new GoldenComparison(rendered);
    Problems broken = new Problems();
    List<Node> wanted = YamlReader.readAll(expected, SourceMap.of(expected), broken);
    if (broken.hasErrors()) {
      return new Outcome(List.of(), broken.all());
    }
    comparison.compare(wanted, documents, expected);
    return new Outcome(comparison.differences, comparison.problems);
  }

  private void compare(List<Node> wanted, List<Resource> documents, Source expected) {
    Map<List<String>, List<Resource>> left = new LinkedHashMap<>();
    for (Resource document : documents) {
      left.computeIfAbsent(key(document.content()), _ -> new ArrayList<>()).add(document);
    }
    for (Node node : wanted) {
      if (!(node instanceof NullNode)) {
        List<Resource> same = left.getOrDefault(key(node), List.of());
        if (same.isEmpty()) {
          problems.add(missing(node));
        } else {
          differences.addAll(FieldComparison.of(node, same.removeFirst(), rendered.values()));
        }
      }
    }
    for (List<Resource> more : left.values()) {
      for (Resource document : more) {
        problems.add(unexpected(document, expected));
      }
    }
  }

  /** What a document is known by; versions of a group's kind are the same object. */
  private static List<String> key(Node document) {
    MapNode map = document instanceof MapNode found ? found : MapNode.EMPTY;
    String apiVersion = map.text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    MapNode metadata = map.map("metadata");
    return List.of(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        map.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""));
  }

  private static Problem missing(Node node) {
    List<String> key = key(node);
    return Problem.error(
            "test.missing-document",
            "`"
                + key.get(1)
                + "/"
                + key.get(3)
                + "` is expected, and the chart does not render it.")
        .at(node.origin());
  }

  private static Problem unexpected(Resource document, Source expected) {
    return Problem.error(
            "test.unexpected-document",
            "The chart renders `%s`, which `%s` does not have."
                .formatted(document.id(), expected.name()))
        .at(document.content().origin());
  }
}
