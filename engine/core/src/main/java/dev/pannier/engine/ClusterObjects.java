package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.template.ClusterLookup;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Map;

/** Answers {@code lookup} out of a cluster, in the shapes that Helm answers in. */
record ClusterObjects(Cluster cluster) implements ClusterLookup {

  @Override
  public MapNode find(String apiVersion, String kind, String namespace, String name) {
    if (name.isEmpty()) {
      List<MapNode> items = cluster.list(apiVersion, kind, namespace, Map.of());
      return MapNode.of(
          Map.of(
              "apiVersion", Node.of(apiVersion),
              "kind", Node.of(kind + "List"),
              "items", Node.of(items)));
    }
    boolean named = cluster.scope(apiVersion, kind) == Cluster.Scope.NAMESPACED;
    ResourceId id = new ResourceId(apiVersion, kind, named ? namespace : "", name);
    return cluster.read(List.of(id)).getOrDefault(id, MapNode.EMPTY);
  }
}
