package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Looks at a cluster. Safe for use by several threads. Every method throws a {@link
 * dev.pannier.engine.problem.ChartException} of reason UNAVAILABLE where the cluster cannot be
 * reached.
 */
public interface ClusterReader {

  /**
   * The objects of these ids that are there; of a kind that is not served, none is. One question,
   * however many ids.
   */
  Map<ResourceId, MapNode> read(Collection<ResourceId> ids);

  /**
   * The objects of a kind.
   *
   * @param namespace empty for all
   * @param labels what each must carry; none for all
   */
  List<MapNode> list(String apiVersion, String kind, String namespace, Map<String, String> labels);

  /** The last lines that a container of a pod wrote; of its previous run where it has restarted. */
  List<String> logs(ResourceId pod, String container, int lines);

  /** What the cluster reported about an object lately, oldest first: {@code BackOff: …}. */
  List<String> events(ResourceId id);
}
