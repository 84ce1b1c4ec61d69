package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives resources the namespace they live in: their own, else the release's, else none. */
final class Resolver {

  private final Cluster cluster;
  private final String namespace;
  private final Map<String, Cluster.Scope> scopes = new HashMap<>();

  /**
   * A resolver.
   *
   * @param namespace of what names none
   * @param definitions resources among which may be the definitions of kinds that are not served
   *     yet
   */
  Resolver(Cluster cluster, String namespace, List<Resource> definitions) {
    this.cluster = cluster;
    this.namespace = namespace;
    definitions.stream()
        .filter(each -> each.id().kind().equals("CustomResourceDefinition"))
        .forEach(each -> define(each.content().map("spec")));
  }

  private void define(MapNode spec) {
    String group = spec.text("group").orElse("");
    String kind = spec.map("names").text("kind").orElse("");
    Cluster.Scope scope =
        spec.text("scope").filter("Cluster"::equals).isPresent()
            ? Cluster.Scope.CLUSTER
            : Cluster.Scope.NAMESPACED;
    for (Node version : spec.list("versions")) {
      if (version instanceof MapNode map) {
        scopes.put(group + "/" + map.text("name").orElse("") + " " + kind, scope);
      }
    }
  }

  ResourceId resolve(ResourceId id) {
    return switch (scope(id)) {
      case CLUSTER -> id.in("");
      case NAMESPACED, UNKNOWN -> id.namespace().isEmpty() ? id.in(namespace) : id;
    };
  }

  private Cluster.Scope scope(ResourceId id) {
    return scopes.computeIfAbsent(
        id.apiVersion() + " " + id.kind(), _ -> cluster.scope(id.apiVersion(), id.kind()));
  }

  /** A resource as it is applied when it belongs to nobody, as hooks do. */
  Wanted plain(Resource resource) {
    ResourceId id = resolve(resource.id());
    MapNode metadata = resource.content().map("metadata");
    metadata =
        id.namespace().isEmpty()
            ? metadata.without("namespace")
            : metadata.with("namespace", Node.of(id.namespace()));
    return new Wanted(resource, id, resource.content().with("metadata", metadata));
  }
}
