package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one resource, found out by a dry run where it is not certain without.
 *
 * @param changes one, or none where there are problems
 */
record Forecast(List<Change> changes, List<Problem> problems) {

  private static Forecast of(Change change) {
    return new Forecast(List.of(change), List.of());
  }

  private static Forecast of(List<Problem> problems) {
    return new Forecast(List.of(), problems);
  }

  static Forecast of(
      Wanted wanted,
      @Nullable MapNode live,
      Site site,
      Negotiation negotiation,
      Foundations coming,
      Recorded recorded) {
    boolean owned = live == null || Ownership.belongs(live, site.release());
    if (live != null && !owned && !site.options().takeOwnership()) {
      return of(List.of(Ownership.foreign(wanted.id(), live).at(wanted.origin("metadata.name"))));
    }
    if (live != null && negotiation.isSettled(wanted, live)) {
      return of(new Change.Unchanged(wanted.id(), negotiation.yields(wanted, live)));
    }
    Negotiation.Settlement settlement = negotiation.apply(wanted, live, true);
    return switch (settlement.result()) {
      case ApplyResult.Applied(MapNode object, ApplyResult.Outcome _) ->
          of(
              live == null
                  ? create(wanted)
                  : change(wanted, live, object, owned, settlement, recorded));
      case ApplyResult.Conflicted(List<ApplyResult.Conflict> conflicts) ->
          of(Rejections.ofConflicts(wanted, conflicts));
      case ApplyResult.Refused(List<ApplyResult.Refusal> refusals) ->
          coming.mend(refusals, wanted)
              ? of(create(wanted))
              : of(Rejections.ofRefusals(wanted, live, refusals));
    };
  }

  private static Change create(Wanted wanted) {
    return new Change.Create(wanted.id(), AppliedMark.without(wanted.object()));
  }

  private static Change change(
      Wanted wanted,
      MapNode live,
      MapNode result,
      boolean owned,
      Negotiation.Settlement settlement,
      Recorded recorded) {
    if (!settlement.recreated().isEmpty()) {
      List<String> fixed =
          settlement.recreated().stream().map(ApplyResult.Refusal::path).distinct().toList();
      return new Change.Recreate(wanted.id(), said(FieldChange.between(live, result)), fixed);
    }
    Comparison comparison =
        new Comparison(
            live,
            result,
            wanted.object(),
            owned ? recorded.object(wanted.id()) : null,
            settlement.taken());
    return comparison.fields().isEmpty() && comparison.drift().isEmpty() && owned
        ? new Change.Unchanged(wanted.id(), settlement.yielded())
        : new Change.Update(
            wanted.id(),
            comparison.fields(),
            comparison.drift(),
            settlement.yielded(),
            owned ? "" : previous(live));
  }

  private static String previous(MapNode live) {
    String owner = Ownership.owner(live);
    return owner.isEmpty() ? "nobody" : owner;
  }

  /** The changes without the defaults of the old object, which the new one will get as well. */
  private static List<FieldChange> said(List<FieldChange> changes) {
    return changes.stream().filter(each -> each.after().isPresent()).toList();
  }
}
