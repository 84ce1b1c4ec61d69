package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes what is no longer wanted, as far as it belongs to the release and may go. */
final class Pruner {
  /** Kinds with which more goes than the object itself, and does not come back. */
  private static final Set<String> DATA =
      Set.of("PersistentVolumeClaim", "PersistentVolume", "Namespace", ImplicitEdges.DEFINITION);

  private final Site site;
  private final boolean sparesData;

  private Pruner(Site site, boolean sparesData) {
    this.site = site;
    this.sparesData = sparesData;
  }

  /** Of what a new revision no longer wants: what holds data stays, unless asked otherwise. */
  static Pruner ofRevision(Site site) {
    return new Pruner(site, !site.options().pruneData());
  }

  /** Of a release that goes as a whole, as Helm takes it away. */
  static Pruner ofRelease(Site site) {
    return new Pruner(site, false);
  }

  /** What would be deleted and what would stay, in the order of deletion. */
  List<Change> plan(PruneBase base) {
    Candidates candidates = Candidates.find(site, base, sparesData ? DATA : Set.of());
    List<Change> changes = new ArrayList<>();
    DeleteOrder.of(site, candidates.going())
        .waves()
        .forEach(wave -> wave.forEach(id -> changes.add(new Change.Delete(id))));
    changes.addAll(candidates.kept());
    return changes;
  }

  /** Deletes, wave after wave. What is gone already is no failure. */
  List<ResourceId> prune(PruneBase base) {
    Candidates candidates = Candidates.find(site, base, sparesData ? DATA : Set.of());
    candidates.unserved().forEach(id -> site.tell(new DeployEvent.KindGone(id)));
    candidates.kept().forEach(keep -> site.tell(new DeployEvent.Kept(keep.id(), keep.reason())));
    DeleteOrder order = DeleteOrder.of(site, candidates.going());
    Map<ResourceId, MapNode> live = candidates.going();
    List<ResourceId> deleted = new ArrayList<>();
    for (List<ResourceId> wave : order.waves()) {
      List<ResourceId> going = belonging(wave, live);
      new WaveRunner(site).run(going, (telling, id) -> delete(telling, id, live));
      deleted.addAll(going);
      List<ResourceId> first = order.awaited(going);
      if (!first.isEmpty()) {
        new Waiter(site).awaitGone(first);
      }
    }
    return deleted;
  }

  private List<ResourceId> belonging(List<ResourceId> wave, Map<ResourceId, MapNode> live) {
    return wave.stream().filter(live::containsKey).toList();
  }

  private boolean delete(Site telling, ResourceId id, Map<ResourceId, MapNode> live) {
    MapNode object = live.getOrDefault(id, MapNode.EMPTY);
    String uid = object.map("metadata").text("uid").orElse("");
    boolean done = site.cluster().delete(id, uid, site.options().propagation());
    if (done) {
      telling.tell(new DeployEvent.Deleted(id));
    }
    return done;
  }

  /**
   * What may be deleted.
   *
   * @param going what is there, belongs to the release, and may go
   * @param kept what is there and stays
   * @param unserved of a kind that the cluster does not have any more, and so is not there either
   */
  private record Candidates(
      Map<ResourceId, MapNode> going, List<Change.Keep> kept, List<ResourceId> unserved) {

    static Candidates find(Site site, PruneBase base, Set<String> spared) {
      Map<ResourceId, PruneBase.Origin> served = new LinkedHashMap<>();
      List<ResourceId> unserved = new ArrayList<>();
      new ServedObjects(site.cluster()).sort(base.resources(), served, unserved);
      Map<ResourceId, MapNode> live = site.cluster().read(served.keySet());
      Map<ResourceId, MapNode> going = new LinkedHashMap<>();
      List<Change.Keep> kept = new ArrayList<>();
      served.forEach((id, origin) -> {
        MapNode object = live.get(id);
        String reason = object == null ? "" : reason(site, id, object, origin, spared);
        if (!reason.isEmpty()) {
          kept.add(new Change.Keep(id, reason));
        } else if (object != null) {
          going.put(id, object);
        }
      });
      return new Candidates(going, kept.reversed(), unserved);
    }

    /** Why an object stays; empty where it goes. */
    private static String reason(
        Site site, ResourceId id, MapNode object, PruneBase.Origin origin, Set<String> spared) {
      if (!Ownership.belongs(object, site.release())) {
        return "it does not belong to this release";
      }
      if (Ownership.isKept(object)) {
        return "its resource policy is to keep it";
      }
      return switch (origin) {
        case TAKEN -> "it was there before this release took it over";
        case GOOD ->
            spared.contains(id.kind()) ? "it holds data; `--prune-data` deletes it too" : "";
        case TRIED -> "";
      };
    }
  }
}
