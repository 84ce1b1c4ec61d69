package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deletes what is no longer wanted, as far as it belongs to the release and may go. */
final class Pruner {

  private final Site site;

  Pruner(Site site) {
    this.site = site;
  }

  /** What would be deleted and what would stay, last made first. */
  List<Change> plan(PruneBase base) {
    List<ResourceId> ids = new ArrayList<>(base.resources().keySet());
    Map<ResourceId, MapNode> live = site.cluster().read(ids);
    List<Change> changes = new ArrayList<>();
    for (ResourceId id : ids.reversed()) {
      MapNode object = live.get(id);
      if (object != null) {
        changes.add(change(id, object, base.resources().getOrDefault(id, false)));
      }
    }
    return changes;
  }

  private Change change(ResourceId id, MapNode object, boolean taken) {
    if (!Ownership.belongs(object, site.release())) {
      return new Change.Keep(id, "it does not belong to this release");
    }
    if (Ownership.isKept(object)) {
      return new Change.Keep(id, "its resource policy is to keep it");
    }
    return taken
        ? new Change.Keep(id, "it was there before this release took it over")
        : new Change.Delete(id);
  }

  /** Deletes. What is gone already is no failure. */
  List<ResourceId> prune(PruneBase base) {
    List<ResourceId> deleted = new ArrayList<>();
    for (Change change : plan(base)) {
      switch (change) {
        case Change.Delete delete -> {
          delete(delete.id());
          deleted.add(delete.id());
        }
        case Change.Keep keep -> site.tell(new DeployEvent.Kept(keep.id(), keep.reason()));
        case Change.Create _, Change.Update _, Change.Recreate _, Change.Unchanged _ ->
            throw new IllegalStateException("not pruning: " + change);
      }
    }
    return deleted;
  }

  private void delete(ResourceId id) {
    MapNode live = site.cluster().read(List.of(id)).get(id);
    if (live != null
        && Ownership.belongs(live, site.release())
        && site.cluster()
            .delete(
                id, live.map("metadata").text("uid").orElse(""), site.options().propagation())) {
      site.tell(new DeployEvent.Deleted(id));
    }
  }
}
