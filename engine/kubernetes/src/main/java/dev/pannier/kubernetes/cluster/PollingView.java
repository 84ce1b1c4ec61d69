package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.deploy.ClusterReader;
import dev.pannier.engine.deploy.ClusterView;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Asks each time, for those who may read but not watch. */
record PollingView(ClusterReader cluster) implements ClusterView {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

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

  @Override
  public void await(Duration atMost, Pause pause) throws InterruptedException {
    pause.pause(atMost.compareTo(INTERVAL) < 0 ? atMost : INTERVAL);
  }

  @Override
  public void close() {}
}
