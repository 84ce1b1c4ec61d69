package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.deploy.readiness.WaitSettings;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.yaml.MapNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
    RecentEvents events = new RecentEvents(cluster, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    Judge judge = new Judge(cluster, events, UsedClaims.of(live));
    List<ResourceState> states = new ArrayList<>();
    for (ResourceId id : ids) {
      Optional<MapNode> object = Optional.ofNullable(live.get(id));
      states.add(new ResourceState(id, object.map(each -> readiness(judge, id, each))));
    }
    return states;
  }

  private static Readiness readiness(Judge judge, ResourceId id, MapNode object) {
    WaitSettings settings = WaitSettings.lenient(object);
    Judgement judgement = judge.judge(id, object, settings, false);
    return judgement.fault().map(LiveResources::readiness).orElse(judgement.readiness());
  }

  /** Of what may pass, one look cannot tell how long it has lasted. */
  private static Readiness readiness(Fault fault) {
    return fault.grace().isZero()
        ? new Readiness.Failed(fault.reason())
        : new Readiness.Progressing(fault.reason());
  }
}
