package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.manifest.kind.ImmutableFields;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import java.util.List;

/** Explains what cannot be changed once an object is there: which field, from what to what. */
final class FixedFields {

  private FixedFields() {}

  /**
   * Tells of a refused change.
   *
   * @param live the object as it is
   */
  static Problem problem(Wanted wanted, MapNode live, ApplyResult.Refusal refusal) {
    List<FieldChange> changes = changes(wanted, live, refusal.path());
    String field = refusal.path().isEmpty() ? "" : ", `" + refusal.path() + "`";
    Problem problem =
        Problem.error(
                "deploy.immutable", "`" + wanted.id() + "`" + field + ": " + refusal.message())
            .at(wanted.origin(changes.isEmpty() ? refusal.path() : changes.getFirst().path()));
    for (FieldChange change : changes) {
      problem =
          problem.note(
              "`"
                  + change.path()
                  + "` is "
                  + change
                      .before()
                      .map(each -> Rejections.shown(wanted, change.path(), each))
                      .orElse("not set")
                  + " and was to be "
                  + change
                      .after()
                      .map(each -> Rejections.shown(wanted, change.path(), each))
                      .orElse("not set"),
              wanted.origin(change.path()));
    }
    return problem.hint(hint(wanted.id()));
  }

  /** What the release wants otherwise at a path that was refused. */
  private static List<FieldChange> changes(Wanted wanted, MapNode live, String path) {
    List<FieldChange> all =
        FieldChange.between(live, wanted.object()).stream()
            .filter(each -> each.after().isPresent() && isBelow(each.path(), path))
            .toList();
    List<FieldChange> known =
        all.stream().filter(each -> isKnown(each.path(), wanted.object(), live)).toList();
    return known.isEmpty() ? all : known;
  }

  /** Servers name no more than {@code spec} for a StatefulSet, of which most may change. */
  private static boolean isKnown(String path, MapNode wanted, MapNode live) {
    return ImmutableFields.of(live, wanted).stream()
        .anyMatch(each -> isBelow(path, String.join(".", each)));
  }

  private static boolean isBelow(String path, String around) {
    return path.startsWith(around)
        && (path.length() == around.length()
            || around.isEmpty()
            || ".[".indexOf(path.charAt(around.length())) >= 0);
  }

  /** What to do about it. */
  static String hint(ResourceId id) {
    String flag = "`--recreate " + id + "`";
    String annotation = "`" + Recreation.ANNOTATION + ": " + Recreation.ON_IMMUTABLE + "`";
    if (Recreation.holdsData(id)) {
      return "Change it back. " + flag + " deletes it with its data and makes it anew.";
    }
    String either = flag + " or the annotation " + annotation;
    return id.kind().equals("Job")
        ? "Delete and make it anew with "
            + either
            + ", make it a hook, or give it a name that changes with its content."
        : "Change it back, or delete and make it anew with " + either + ".";
  }
}
