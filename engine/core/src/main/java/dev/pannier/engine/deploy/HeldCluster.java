package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cluster that is written to only as long as the release is held. A process that slept too long
 * finds out before its next write that somebody else is at the release now.
 */
final class HeldCluster implements Cluster {

  private final Cluster cluster;
  private final ReleaseLock lock;

  HeldCluster(Cluster cluster, ReleaseLock lock) {
    this.cluster = cluster;
    this.lock = lock;
  }

  @Override
  public ApplyResult apply(ResourceId id, MapNode object, ApplyMode mode) {
    if (!mode.dryRun()) {
      lock.ensureHeld();
    }
    return cluster.apply(id, object, mode);
  }

  @Override
  public boolean adopt(ResourceId id, MapNode live, Set<String> managers, String into) {
    lock.ensureHeld();
    return cluster.adopt(id, live, managers, into);
  }

  @Override
  public boolean delete(ResourceId id, String uid, Propagation propagation) {
    lock.ensureHeld();
    return cluster.delete(id, uid, propagation);
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
  public List<String> logs(ResourceId pod, String container, int lines) {
    return cluster.logs(pod, container, lines);
  }

  @Override
  public List<String> events(ResourceId id) {
    return cluster.events(id);
  }
}
