package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Set;

/** A cluster that hands everything on to another one, but for what a test does otherwise. */
class ClusterInFront implements Cluster {

  private final Cluster cluster;

  ClusterInFront(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Scope scope(String apiVersion, String kind) {
    return cluster.scope(apiVersion, kind);
  }

  @Override
  public Capabilities capabilities() {
    return cluster.capabilities();
  }

  @Override
  public ClusterView view(Collection<ResourceId> ids) {
    return cluster.view(ids);
  }

  @Override
  public Map<ResourceId, MapNode> read(Collection<ResourceId> ids) {
    return cluster.read(ids);
  }

  @Override
  public List<MapNode> list(
      String apiVersion, String kind, String namespace, Map<String, String> labels) {
    return cluster.list(apiVersion, kind, namespace, labels);
  }

  @Override
  public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    return cluster.apply(id, object, mode);
  }

  @Override
  public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    return cluster.adopt(id, live, managers, into);
  }

  @Override
  public boolean delete(ResourceId id, String uid, Propagation propagation) {
    return cluster.delete(id, uid, propagation);
  }

  @Override
  public List<String> logs(ResourceId pod, String container, int lines) {
    return cluster.logs(pod, container, lines);
  }

  @Override
  public List<String> events(ResourceId id) {
    return cluster.events(id);
  }
}
