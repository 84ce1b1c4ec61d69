package dev.pannier.engine.yaml.path;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;
import java.util.StringJoiner;

/**
 * A template of Kubernetes' JSONPath (client-go's util/jsonpath), as in {@code kubectl -o
 * jsonpath}: {@code {.image.tag}}, {@code {range .hosts[*]}{.host}{"\n"}{end}}, {@code
 * {.ports[?(@.name=="http")].port}}. Numbers are printed in their written form.
 */
public final class JsonPath {

  private final Source source;
  private final List<Part> parts;

  private JsonPath(Source source, List<Part> parts) {
    this.source = source;
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @throws dev.pannier.engine.problem.ChartException at the place where it cannot be understood
   */
  public static JsonPath parse(Source source) {
    return new JsonPath(source, new PathParser(source).template());
  }

  /**
   * What the template prints of a tree.
   *
   * @throws dev.pannier.engine.problem.ChartException where it asks for what is not there
   */
  public String print(Node root) {
    StringBuilder out = new StringBuilder();
    print(parts, root, root, out);
    return out.toString();
  }

  private void print(List<Part> some, Node root, Node at, StringBuilder out) {
    PathWalk walk = new PathWalk(source, root, true);
    for (Part part : some) {
      switch (part) {
        case Part.Text text -> out.append(text.text());
        case Part.Values values -> {
          StringJoiner joined = new StringJoiner(" ");
          walk.walk(values.steps(), at).forEach(node -> joined.add(text(node)));
          out.append(joined);
        }
        case Part.Range range ->
            walk.walk(range.steps(), at).forEach(item -> print(range.body(), root, item, out));
      }
    }
  }

  private static String text(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.text();
      case MapNode map -> JsonWriter.write(map);
      case ListNode list -> JsonWriter.write(list);
    };
  }
}
