package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells apart what a release changes in an object and what somebody else changed since it was last
 * applied.
 */
final class Comparison {

  private final List<FieldChange> fields = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param live the object as it is
   * @param result the object as it will be
   * @param wanted what is applied
   * @param recorded the object as the last good revision wants it; null where it has none
   * @param taken what is known of who changed what
   */
  Comparison(
      MapNode live,
      MapNode result,
      MapNode wanted,
      @Nullable MapNode recorded,
      List<Conflict> taken) {
    for (FieldChange change : FieldChange.meant(live, result, wanted)) {
      Node last = recorded == null ? null : new FieldPath(change.path()).in(recorded);
      boolean drifted = recorded != null && isDrift(change, last);
      if (drifted) {
        drift.add(
            new Drift(
                change.path(),
                Optional.ofNullable(last),
                change.before(),
                owner(change.path(), live, taken)));
      }
      if (!drifted || !same(last, change.after())) {
        fields.add(change);
      }
    }
  }

  /** What the release changes. */
  List<FieldChange> fields() {
    return fields;
  }

  /** What somebody else changed. */
  List<Drift> drift() {
    return drift;
  }

  /**
   * A field that the last revision did not name and that is there has a default, unless the release
   * takes it away although it never set it: then it was put into something that is one value.
   */
  private static boolean isDrift(FieldChange change, @Nullable Node last) {
    return last == null ? change.after().isEmpty() : !same(last, change.before());
  }

  private static boolean same(@Nullable Node recorded, Optional<Node> other) {
    return recorded == null
        ? other.isEmpty()
        : other.isPresent() && SameValue.in(recorded, other.get());
  }

  private static Optional<FieldOwner> owner(String path, MapNode live, List<Conflict> taken) {
    return taken.stream()
        .filter(each -> path.equals(each.path()) || path.startsWith(each.path() + "."))
        .map(Conflict::owner)
        .findFirst()
        .or(() -> FieldOwnership.ownerOf(live, path));
  }
}
