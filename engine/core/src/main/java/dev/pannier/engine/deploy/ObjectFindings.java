package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.ManifestText;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the cluster tells about the health of a release. */
final class ObjectFindings {

  private final Cluster cluster;
  private final ReleaseId release;
  private final Set<ResourceId> wanted = new LinkedHashSet<>();
  private final Set<ResourceId> known = new LinkedHashSet<>();
  private final List<Problem> findings = new ArrayList<>();

  ObjectFindings(Cluster cluster, ReleaseId release, History history, Journal journal) {
    this.cluster = cluster;
    this.release = release;
    Optional<Release> current = history.deployed().or(history::latest);
    current
        .filter(each -> each.status() != Status.UNINSTALLED)
        .ifPresent(each -> wanted.addAll(ids(each)));
    known.addAll(PruneBase.of(cluster, history, journal).resources().keySet());
    known.addAll(wanted);
  }

  private List<ResourceId> ids(Release revision) {
    List<Resource> resources = ManifestText.read(revision);
    Resolver resolver = new Resolver(cluster, revision.namespace(), resources);
    return resources.stream().map(each -> resolver.resolve(each.id())).toList();
  }

  /** How many objects the release should have. */
  int wanted() {
    return wanted.size();
  }

  List<Problem> all() {
    Map<ResourceId, MapNode> live = cluster.read(wanted);
    for (ResourceId id : wanted) {
      MapNode object = live.get(id);
      if (object == null) {
        missing(id);
      } else if (!Ownership.belongs(object, release)) {
        foreign(id, object);
      } else if (object.map("metadata").has("deletionTimestamp")) {
        going(id, object);
      }
    }
    orphans();
    return findings;
  }

  private void missing(ResourceId id) {
    findings.add(
        Problem.error("doctor.missing", "`" + id + "` is not in the cluster.")
            .hint("Upgrade the release with the same chart and values: that makes it again."));
  }

  private void foreign(ResourceId id, MapNode object) {
    Problem foreign = Ownership.foreign(id, object);
    findings.add(
        Problem.error("doctor.foreign", foreign.message())
            .hint("Upgrade with `--take-ownership` to take it over, or take it out of the chart."));
  }

  private void going(ResourceId id, MapNode object) {
    List<String> finalizers = new ArrayList<>();
    object
        .map("metadata")
        .list("finalizers")
        .items()
        .forEach(each -> finalizers.add(each.toString()));
    findings.add(
        Problem.warning(
                "doctor.being-deleted",
                "`"
                    + id
                    + "` is being deleted since "
                    + object.map("metadata").text("deletionTimestamp").orElse("?")
                    + (finalizers.isEmpty()
                        ? "."
                        : " and waits for " + String.join(", ", finalizers) + "."))
            .hint("Once it is gone, an upgrade makes it again."));
  }

  /** Objects with the marks of the release that no revision of it wants. */
  private void orphans() {
    Set<ResourceId> orphans = new TreeSet<>(Comparator.comparing(ResourceId::toString));
    List<String> unseen = new ArrayList<>();
    for (ServedKind kind : ServedKind.of(cluster.capabilities())) {
      try {
        for (MapNode object : list(kind)) {
          if (Ownership.belongs(object, release) && !isKnown(kind, object) && !isOwned(object)) {
            orphans.add(kind.id(object));
          }
        }
      } catch (ChartException e) {
        if (e.reason() != ChartException.Reason.FAILED) {
          throw e;
        }
        unseen.add(kind.kind());
      }
    }
    orphans.forEach(this::orphan);
    if (!unseen.isEmpty()) {
      findings.add(
          Problem.info(
              "doctor.not-seen",
              "Not looked at for leftovers: " + String.join(", ", unseen) + "."));
    }
  }

  private List<MapNode> list(ServedKind kind) {
    boolean inNamespace = cluster.scope(kind.apiVersion(), kind.kind()) == Cluster.Scope.NAMESPACED;
    return cluster.list(
        kind.apiVersion(), kind.kind(), inNamespace ? release.namespace() : "", Ownership.LABELS);
  }

  private boolean isKnown(ServedKind kind, MapNode object) {
    ResourceId id = kind.id(object);
    return known.stream().anyMatch(each -> PruneBase.isSame(each, id));
  }

  /** What a controller made of an object, labels and annotations included, goes with it. */
  private static boolean isOwned(MapNode object) {
    return !object.map("metadata").list("ownerReferences").items().isEmpty();
  }

  private void orphan(ResourceId id) {
    findings.add(
        Problem.warning(
                "doctor.orphan",
                "`" + id + "` carries the marks of the release, and no revision wants it.")
            .hint(
                "If nobody needs it: `kubectl delete "
                    + id.kind().toLowerCase(Locale.ROOT)
                    + " "
                    + id.name()
                    + (id.namespace().isEmpty() ? "" : " -n " + id.namespace())
                    + "`."));
  }
}
