package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What resources stand on without saying so: the definition of their kind, their namespace. */
final class ImplicitEdges {
  static final String DEFINITION = "CustomResourceDefinition";

  private ImplicitEdges() {}

  /** Which of some objects come after which others of them. */
  static List<Edge> edges(Map<ResourceId, MapNode> objects) {
    Map<String, ResourceId> definitions = new HashMap<>();
    Map<String, ResourceId> namespaces = new HashMap<>();
    objects.forEach((id, object) -> {
      if (id.kind().equals(DEFINITION)) {
        definitions.put(kind(object), id);
      } else if (id.kind().equals("Namespace") && id.group().isEmpty()) {
        namespaces.put(id.name(), id);
      }
    });
    List<Edge> edges = new ArrayList<>();
    objects.forEach((id, object) -> {
      ResourceId definition = definitions.get(id.group() + "/" + id.kind());
      if (definition != null) {
        edges.add(new Edge(id, definition, "is of the kind of", object.origin()));
      }
      ResourceId namespace = namespaces.get(id.namespace());
      if (namespace != null) {
        edges.add(new Edge(id, namespace, "lives in", object.origin()));
      }
    });
    return edges;
  }

  /** {@code example.com/Backup}, of a definition. */
  static String kind(MapNode definition) {
    MapNode spec = definition.map("spec");
    return spec.text("group").orElse("") + "/" + spec.map("names").text("kind").orElse("");
  }
}
