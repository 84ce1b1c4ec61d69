package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What objects were like when they were last looked at: whoever applies has looked before, and so
 * it can be told whether applying changed anything without asking once more.
 */
final class LastSeen {

  private static final int MOST = 5000;

  private final Map<ResourceId, Optional<MapNode>> objects =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ResourceId, Optional<MapNode>> eldest) {
          return size() > MOST;
        }
      };

  /** It was there, or it was not. */
  synchronized void saw(ResourceId id, @Nullable MapNode object) {
    objects.put(id, Optional.ofNullable(object));
  }

  /** Nobody knows any more. */
  synchronized void forget(ResourceId id) {
    objects.remove(id);
  }

  /** Whether it was looked at. */
  synchronized boolean knows(ResourceId id) {
    return objects.containsKey(id);
  }

  /** What it was; empty where it was not there, or where nobody looked. */
  synchronized Optional<MapNode> of(ResourceId id) {
    return objects.getOrDefault(id, Optional.empty());
  }
}
