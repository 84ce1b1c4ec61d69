package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what a cluster has of a release, by the rules that waiting goes by. Changes nothing. */
public final class LiveResources {

  private final Cluster cluster;

  /** The resources of a cluster. */
  public LiveResources(Cluster cluster) {
    this.cluster = cluster;
  }

  /** How the resources of a revision are, in the order of its manifest, hooks aside. */
  public List<ResourceState> of(Release release) {
    List<Resource> resources = ManifestText.read(release);
    Resolver resolver = new Resolver(cluster, release.namespace(), resources);
    List<ResourceId> ids = resources.stream().map(each -> resolver.resolve(each.id())).toList();
    Map<ResourceId, MapNode> live = cluster.read(ids);
    List<ResourceState> states = new ArrayList<>();
    for (ResourceId id : ids) {
      Optional<MapNode> object = Optional.ofNullable(live.get(id));
      states.add(new ResourceState(id, object.map(each -> readiness(id, each))));
    }
    return states;
  }

  private Readiness readiness(ResourceId id, MapNode object) {
    Readiness readiness = ReadinessRules.of(object, false);
    return readiness instanceof Readiness.Progressing
        ? new Diagnostics(cluster)
            .hopeless(id, object)
            .<Readiness>map(Readiness.Failed::new)
            .orElse(readiness)
        : readiness;
  }
}
