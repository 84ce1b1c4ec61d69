package dev.pannier.engine;

import dev.pannier.engine.deploy.Checkup;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.Doctor;
import dev.pannier.engine.deploy.LiveResources;
import dev.pannier.engine.deploy.ResourceState;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.ReleaseSummary;
import dev.pannier.engine.values.ValuesMerge;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is recorded of releases, and how they are; changes nothing. */
public final class ReleaseRecords {
  private final ReleaseStore store;

  public ReleaseRecords(ReleaseStore store) {
    this.store = store;
  }

  /**
   * The newest revision of each release, in brief.
   *
   * @param namespace empty for all
   */
  public ReleaseList list(String namespace) {
    return store.list(namespace);
  }

  /**
   * The revisions of a release, oldest first, at least one.
   *
   * @throws ChartException when there is no such release
   */
  public History history(ReleaseId id) {
    History history = store.history(id);
    if (history.isEmpty()) {
      throw notFound(id);
    }
    return history;
  }

  /**
   * A revision of a release.
   *
   * @param revision its number; 0 for the newest
   * @throws ChartException when there is none
   */
  public Release get(ReleaseId id, int revision) {
    History history = history(id);
    if (revision == 0) {
      return history.revisions().getLast();
    }
    return history.revision(revision).orElseThrow(() -> noRevision(id, revision, history));
  }

  /** How the resources of a revision are in a cluster, in the order of its manifest. */
  public List<ResourceState> resources(Release release, Cluster cluster) {
    return new LiveResources(cluster).of(release);
  }

  /** Examines a release and all that there is of it in a cluster. */
  public Checkup examine(ReleaseId id, Cluster cluster) {
    return new Doctor(cluster, store).examine(id);
  }

  /** What was begun on a release and has not ended. */
  public Optional<UnfinishedOperation> unfinished(ReleaseId id) {
    if (store.journal(id).operation().isEmpty()) {
      return Optional.empty();
    }
    Optional<LockHolder> holder = store.holder(id);
    // read once more: what came to its end meanwhile did not break off
    return store
        .journal(id)
        .operation()
        .map(operation -> new UnfinishedOperation(operation, holder));
  }

  /** The values of a revision, the chart's defaults among them. */
  public static MapNode allValues(Release release) {
    return ValuesMerge.coalesce(release.config(), release.chart().values());
  }

  /** Says that there is no such release, and where there is one. */
  ChartException notFound(ReleaseId id) {
    List<String> here = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (ReleaseSummary each : near(id)) {
      if (each.namespace().equals(id.namespace())) {
        here.add(each.name());
      } else if (each.name().equals(id.name().value())) {
        elsewhere.add("`" + each.namespace() + "`");
      }
    }
    String hint =
        elsewhere.isEmpty()
            ? Suggestion.closest(id.name().value(), here)
                .map(name -> "Did you mean `" + name + "`?")
                .orElse("`pannier list --all-namespaces` lists those that there are.")
            : "There is one in namespace " + String.join(", ", elsewhere) + ".";
    return Problem.error(
            "release.not-found",
            "There is no release `%s` in namespace `%s`.".formatted(id.name(), id.namespace()))
        .hint(hint)
        .exception();
  }

  /** The releases of all namespaces, or of one where the others must not be looked at. */
  private List<ReleaseSummary> near(ReleaseId id) {
    try {
      return store.list("").releases();
    } catch (ChartException _) {
      // What is asked here only serves a hint; that there is no such release is known already.
      return store.list(id.namespace()).releases();
    }
  }

  private static ChartException noRevision(ReleaseId id, int revision, History history) {
    List<String> kept = new ArrayList<>();
    history.revisions().forEach(each -> kept.add(Integer.toString(each.revision())));
    return Problem.error(
            "release.no-revision",
            "Release `%s` has no revision %d.".formatted(id.name(), revision))
        .hint(
            (kept.size() == 1 ? "The only one is " : "There are ") + String.join(", ", kept) + ".")
        .exception();
  }
}
