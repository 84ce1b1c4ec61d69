package dev.pannier.engine.manifest;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.SourceMap;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Manifests as release records keep them: Helm's text, documents under their source lines. */
public final class Manifests {

  private static final String SOURCE = "# Source: ";

  private Manifests() {}

  /** The manifest of a release, its resources in the order given. */
  public static String text(List<Resource> resources) {
    StringBuilder out = new StringBuilder();
    for (Resource resource : resources) {
      out.append("---\n").append(text(resource));
    }
    return out.toString();
  }

  /** A resource under its source line. */
  public static String text(Resource resource) {
    return SOURCE + resource.source() + "\n" + resource.text();
  }

  /**
   * Reads a manifest back.
   *
   * @throws dev.pannier.engine.problem.ChartException when it is not one
   */
  public static List<Resource> parse(String manifest) {
    List<Resource> resources = new ArrayList<>();
    Problems problems = new Problems();
    for (Documents.Range range : Documents.split(manifest)) {
      String text = manifest.substring(range.start(), range.end()) + "\n";
      String path = "";
      if (text.startsWith(SOURCE)) {
        int end = text.indexOf('\n');
        path = text.substring(SOURCE.length(), end).strip();
        text = text.substring(end + 1);
      }
      Source source = new Source(path.isEmpty() ? "manifest" : path, text);
      for (Node document : YamlReader.readAll(source, SourceMap.of(source), problems)) {
        if (!(document instanceof NullNode)) {
          ResourceReader.read(document, path, text, problems).ifPresent(resources::add);
        }
      }
    }
    problems.throwIfErrors();
    return List.copyOf(resources);
  }
}
