package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects of old records in a cluster that may have moved on: under the version in which
 * their kind is served now, or not at all.
 */
final class ServedObjects {
  private final Cluster cluster;
  private final Map<String, Boolean> known = new HashMap<>();
  private @Nullable ServedKinds kinds;

  ServedObjects(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Sorts objects.
   *
   * @param served is given those of kinds that are served, under their version of now
   * @param unserved is given the others
   */
  <T> void sort(Map<ResourceId, T> objects, Map<ResourceId, T> served, List<ResourceId> unserved) {
    objects.forEach((id, value) ->
        find(id).ifPresentOrElse(now -> served.putIfAbsent(now, value), () -> unserved.add(id)));
  }

  private Optional<ResourceId> find(ResourceId id) {
    boolean isServed =
        known.computeIfAbsent(
            id.apiVersion() + " " + id.kind(),
            _ -> cluster.scope(id.apiVersion(), id.kind()) != Cluster.Scope.UNKNOWN);
    if (isServed) {
      return Optional.of(id);
    }
    if (kinds == null) {
      kinds = new ServedKinds(cluster.capabilities());
    }
    return kinds.successor(id);
  }
}
