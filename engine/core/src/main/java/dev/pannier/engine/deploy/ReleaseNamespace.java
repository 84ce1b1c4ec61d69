package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.List;
import java.util.Map;

/** The namespace of a release. It is no part of it: nothing changes it or takes it away. */
final class ReleaseNamespace {
  private final Site site;
  private final ResourceId id;

  ReleaseNamespace(Site site) {
    this.site = site;
    this.id = new ResourceId("v1", "Namespace", "", site.release().namespace());
  }

  /** Makes it where it is not there; waits for its end first where it is being deleted. */
  void create(Applier applier) {
    MapNode live = site.cluster().read(List.of(id)).get(id);
    if (live != null && isGoing(live)) {
      site.tell(new DeployEvent.Waiting(id, "it is being deleted"));
      new Waiter(site).awaitGone(List.of(id));
      live = null;
    }
    if (live == null) {
      applier.apply(wanted());
    }
  }

  private static boolean isGoing(MapNode live) {
    return live.map("metadata").has("deletionTimestamp")
        || live.map("status").text("phase").filter("Terminating"::equals).isPresent();
  }

  /** As Helm makes it (pkg/action/install.go): with a label of its name. */
  private Wanted wanted() {
    MapNode named = MapNode.of(Map.of("name", Node.of(id.name())));
    MapNode object =
        MapNode.EMPTY
            .with("apiVersion", Node.of("v1"))
            .with("kind", Node.of("Namespace"))
            .with("metadata", named.with("labels", named));
    return new Wanted(new Resource(id, object, "", YamlWriter.write(object)), id, object);
  }
}
