package dev.pannier.engine.manifest;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a resource of a document, once it has what every Kubernetes object must have. */
public final class ResourceReader {

  private ResourceReader() {}

  /**
   * Reads a document.
   *
   * @param source the template's path as Helm writes it
   * @param text the document as rendered
   * @param problems what is missing, each at its place
   */
  public static Optional<Resource> read(
      Node document, String source, String text, Problems problems) {
    if (!(document instanceof MapNode map)) {
      problems.add(
          Problem.error(
                  "manifest.not-a-map",
                  "A manifest must be a map, but this is a " + document.typeName() + ".")
              .at(document.origin())
              .hint("Every Kubernetes object begins with `apiVersion` and `kind`."));
      return Optional.empty();
    }
    String apiVersion = required(map, "apiVersion", map, problems);
    String kind = required(map, "kind", map, problems);
    boolean list = kind != null && kind.endsWith("List") && map.has("items");
    String name = list ? "" : name(map, kind, problems);
    if (apiVersion == null || kind == null || name == null) {
      return Optional.empty();
    }
    String namespace = map.map("metadata").text("namespace").orElse("");
    ResourceId id = new ResourceId(apiVersion, kind, namespace, name);
    return Optional.of(new Resource(id, map, source, text));
  }

  private static @Nullable String name(MapNode map, @Nullable String kind, Problems problems) {
    Node metadata = map.get("metadata");
    if (metadata != null && !(metadata instanceof MapNode)) {
      problems.add(
          Problem.error(
                  "manifest.wrong-type",
                  "`metadata` must be a map, but is a " + metadata.typeName() + ".")
              .at(place(metadata, map)));
      return null;
    }
    MapNode names = map.map("metadata");
    return required(names, "name", names.origin().isKnown() ? names : map, problems);
  }

  private static @Nullable String required(
      MapNode map, String key, MapNode place, Problems problems) {
    Node value = map.get(key);
    if (value instanceof TextNode text && !text.text().isEmpty()) {
      return text.text();
    }
    String field = key.equals("name") ? "metadata.name" : key;
    if (value == null || value instanceof TextNode) {
      problems.add(
          Problem.error("manifest.missing-field", "This manifest has no `" + field + "`.")
              .at(value == null ? place.origin() : place(value, map))
              .hint(hint(field)));
    } else {
      problems.add(
          Problem.error(
                  "manifest.wrong-type",
                  "`"
                      + field
                      + "` must be a string, but is the "
                      + value.typeName()
                      + " `"
                      + value
                      + "`.")
              .at(place(value, map)));
    }
    return null;
  }

  private static Location place(Node value, MapNode map) {
    return value.origin().isKnown() ? value.origin() : map.origin();
  }

  private static String hint(String field) {
    return switch (field) {
      case "apiVersion" -> "Write for example `apiVersion: apps/v1`.";
      case "kind" -> "Write for example `kind: Deployment`.";
      default -> "Every Kubernetes object has a name, also one that a template makes.";
    };
  }
}
