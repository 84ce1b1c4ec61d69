package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.yaml.MapNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last good revision of a release wants, as it was applied. Safe for several threads. */
final class Recorded {

  private final Site site;
  private final History history;
  private @Nullable Map<ResourceId, MapNode> objects;

  Recorded(Site site, History history) {
    this.site = site;
    this.history = history;
  }

  /** A resource; null where the revision has none. The record is read when first asked for. */
  synchronized @Nullable MapNode object(ResourceId id) {
    if (objects == null) {
      objects = read();
    }
    return objects.get(id);
  }

  private Map<ResourceId, MapNode> read() {
    Map<ResourceId, MapNode> read = new HashMap<>();
    history
        .deployed()
        .ifPresent(good -> {
          List<Resource> resources = ManifestText.read(good);
          Resolver resolver = new Resolver(site.cluster(), good.namespace(), resources);
          for (Resource resource : resources) {
            Wanted plain = resolver.plain(resource);
            read.put(plain.id(), Ownership.mark(plain.object(), site.release()));
          }
        });
    return read;
  }
}
