package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.release.Operation;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.RevisionDraft;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what a release left in a cluster with what is there, by dry runs that force nothing. */
final class DriftCheck {

  private final Site site;
  private final Release release;

  /**
   * A check.
   *
   * @param site whose options say which fields do not count
   * @param release what was applied last
   */
  DriftCheck(Site site, Release release) {
    this.site = site;
    this.release = release;
  }

  DriftReport run() {
    RevisionDraft draft = RevisionDraft.of(release);
    String operation = Operation.id(release.revision(), site.clock().instant());
    List<Wanted> wanted = new Planner(site).wanted(draft, operation);
    Map<ResourceId, MapNode> live = site.cluster().read(wanted.stream().map(Wanted::id).toList());
    Negotiation negotiation = new Negotiation(site, Autoscalers.of(site, wanted));
    List<DriftedObject> drifted = new ArrayList<>();
    for (Optional<DriftedObject> each :
        new WaveRunner(site).run(wanted, (_, one) -> drift(one, live.get(one.id()), negotiation))) {
      each.ifPresent(drifted::add);
    }
    return new DriftReport(
        release.revision(), drifted, wanted.size() - drifted.size(), site.options().leave());
  }

  private Optional<DriftedObject> drift(
      Wanted wanted, @Nullable MapNode live, Negotiation negotiation) {
    if (live == null) {
      return Optional.of(new DriftedObject.Missing(wanted.id()));
    }
    if (!Ownership.belongs(live, site.release())) {
      String owner = Ownership.owner(live);
      return Optional.of(
          new DriftedObject.Foreign(wanted.id(), owner.isEmpty() ? "nobody" : owner));
    }
    if (negotiation.isSettled(wanted, live)) {
      return Optional.empty();
    }
    List<Drift> fields = fields(wanted, live, negotiation.apply(wanted, live, true));
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new DriftedObject.Changed(wanted.id(), fields));
  }

  private static List<Drift> fields(
      Wanted wanted, MapNode live, Negotiation.Settlement settlement) {
    List<Drift> fields = new ArrayList<>();
    for (FieldChange change : changes(wanted, live, settlement.result())) {
      Optional<FieldOwner> owner =
          settlement.taken().stream()
              .filter(each -> each.path().equals(change.path()))
              .map(ApplyResult.Conflict::owner)
              .findFirst()
              .or(() -> FieldOwnership.ownerOf(live, change.path()));
      fields.add(new Drift(change.path(), change.after(), change.before(), owner));
    }
    return fields;
  }

  /**
   * What applying it again would change; where that is refused, what the manifest has otherwise.
   */
  private static List<FieldChange> changes(Wanted wanted, MapNode live, ApplyResult result) {
    return switch (result) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome _) ->
          FieldChange.meant(live, object, wanted.object());
      case ApplyResult.Conflicted _, ApplyResult.Refused _ ->
          FieldChange.between(live, wanted.object()).stream()
              .filter(each -> each.after().isPresent())
              .toList();
    };
  }
}
