package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.template.ClusterLookup;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code lookup} out of a cluster, in the shapes that Helm answers in. For one render: what
 * was asked once is not asked again, and so has one answer in all templates.
 */
final class ClusterObjects implements ClusterLookup {

  private record Question(String apiVersion, String kind, String namespace, String name) {}

  private final Cluster cluster;
  private final Map<Question, MapNode> answers = new HashMap<>();

  ClusterObjects(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public MapNode find(String apiVersion, String kind, String namespace, String name) {
    return answers.computeIfAbsent(new Question(apiVersion, kind, namespace, name), this::ask);
  }

  private MapNode ask(Question asked) {
    if (asked.name().isEmpty()) {
      List<MapNode> items =
          cluster.list(asked.apiVersion(), asked.kind(), asked.namespace(), Map.of());
      return MapNode.of(
          Map.of(
              "apiVersion", Node.of(asked.apiVersion()),
              "kind", Node.of(asked.kind() + "List"),
              "items", Node.of(items)));
    }
    boolean named = cluster.scope(asked.apiVersion(), asked.kind()) == Cluster.Scope.NAMESPACED;
    String namespace = named ? asked.namespace() : "";
    ResourceId id = new ResourceId(asked.apiVersion(), asked.kind(), namespace, asked.name());
    return cluster.read(List.of(id)).getOrDefault(id, MapNode.EMPTY);
  }
}
