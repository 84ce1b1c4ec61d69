package dev.pannier.engine;

import dev.pannier.engine.chart.ChartLoader;
import dev.pannier.engine.lint.RulePage;
import dev.pannier.engine.manifest.Documents;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import dev.pannier.engine.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes charts of the examples of rules, and looks at them. */
final class RuleExamples {
  private static final String CHART = "apiVersion: v2\nname: web\nversion: 1.0.0\n";

  private final MapNode base;

  RuleExamples() {
    base = (MapNode) YamlReader.read(source(Path.of("src/test/resources/lint-examples.yaml")));
  }

  private static Source source(Path file) {
    try {
      return new Source(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a chart into an empty folder, and reviews it. */
  List<Problem> review(Map<String, String> files, Path folder) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Chart.yaml", CHART);
    files.forEach(
        (path, text) -> all.put(path, path.equals(RulePage.MANIFEST) ? completed(text) : text));
    all.forEach((path, text) -> write(folder.resolve(path), text));
    return review(folder);
  }

  static List<Problem> review(Path folder) {
    var chart = ChartLoader.load(folder, "", new Problems());
    var pannier =
        new Pannier(
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            new SplittableRandom(1));
    var request = RenderRequest.builder(chart, ReleaseId.of("default", "test-release")).build();
    return ChartReview.of(pannier, request, List.of());
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A manifest with what an example leaves out. */
  private String completed(String text) {
    var out = new StringBuilder();
    for (Documents.Range range : Documents.split(text)) {
      var part = new Source("example", text.substring(range.start(), range.end()));
      var problems = new Problems();
      var document = (MapNode) YamlReader.readAll(part, SourceMap.of(part), problems).getFirst();
      problems.throwIfErrors();
      var kind = document.text("kind").orElseThrow();
      out.append("---\n");
      YamlWriter.block(merged(base.map(kind), document), 0, out);
      out.append('\n');
    }
    return out.toString();
  }

  private static Node merged(Node below, Node over) {
    return switch (over) {
      case MapNode map when below instanceof MapNode other -> {
        var result = new LinkedHashMap<String, Node>(other.entries());
        map.entries()
            .forEach((key, value) -> result.merge(key, value, (one, two) -> merged(one, two)));
        yield MapNode.of(result);
      }
      case ListNode list when below instanceof ListNode other -> byName(other, list);
      case Node node -> node;
    };
  }

  private static Node byName(ListNode below, ListNode over) {
    List<Node> items = new ArrayList<>();
    for (Node item : over) {
      Node merged = item;
      for (Node other : below) {
        if (item instanceof MapNode map
            && other instanceof MapNode one
            && map.text("name").isPresent()
            && map.text("name").equals(one.text("name"))) {
          merged = merged(other, item);
        }
      }
      items.add(merged);
    }
    return ListNode.of(items);
  }
}
