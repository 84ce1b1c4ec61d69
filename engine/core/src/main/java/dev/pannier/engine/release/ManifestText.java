package dev.pannier.engine.release;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Resources as one text, as Helm's records keep them: each after a line that names its source. */
public final class ManifestText {

  private static final String SOURCE_LINE = "# Source: ";

  private ManifestText() {}

  /** The text of resources, in their order. */
  public static String write(List<Resource> resources) {
    StringBuilder text = new StringBuilder();
    for (Resource resource : resources) {
      text.append("---\n").append(SOURCE_LINE).append(resource.source()).append('\n');
      text.append(resource.text());
      if (!resource.text().endsWith("\n")) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  /**
   * The resources of a recorded revision.
   *
   * @throws dev.pannier.engine.problem.ChartException when its manifest is no YAML
   */
  public static List<Resource> read(Release release) {
    return read(new Source("manifest of " + release.revisionName(), release.manifest()));
  }

  /**
   * The resources of a text that {@link #write} made.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is no YAML
   */
  public static List<Resource> read(Source whole) {
    return read(whole, "");
  }

  static List<Resource> read(Source whole, String path) {
    List<Resource> resources = new ArrayList<>();
    Problems problems = new Problems();
    String[] lines = whole.text().split("\n", -1);
    int start = 0;
    for (int line = 0; line <= lines.length; line++) {
      if (line == lines.length || lines[line].startsWith("---")) {
        document(whole, lines, start, line, path, resources, problems);
        start = line + 1;
      }
    }
    problems.throwIfErrors();
    return List.copyOf(resources);
  }

  private static void document(
      Source whole,
      String[] lines,
      int start,
      int end,
      String path,
      List<Resource> resources,
      Problems problems) {
    int first = start;
    String source = path;
    if (first < end && lines[first].startsWith(SOURCE_LINE)) {
      source = lines[first].substring(SOURCE_LINE.length()).strip();
      first++;
    }
    String text = String.join("\n", List.of(lines).subList(Math.min(first, end), end));
    text = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
    int offset = first;
    List<Node> nodes =
        YamlReader.readAll(
            new Source(whole.name(), text),
            (line, column) -> whole.at(line + offset, column),
            problems);
    for (Node node : nodes) {
      if (node instanceof MapNode content) {
        resources.add(new Resource(id(content), content, source, text));
      }
    }
  }

  private static ResourceId id(MapNode content) {
    MapNode metadata = content.map("metadata");
    return new ResourceId(
        Fields.text(content, "apiVersion"),
        Fields.text(content, "kind"),
        Fields.text(metadata, "namespace"),
        Fields.text(metadata, "name"));
  }
}
