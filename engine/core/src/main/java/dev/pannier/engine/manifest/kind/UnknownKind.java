package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of kinds that a built-in group does not have, has no more, or has not yet. */
final class UnknownKind {

  /** Read only when a kind is not in the catalog. */
  private static final class Shipped {
    static final RemovedKinds REMOVED = RemovedKinds.builtIn();
  }

  private final Catalog catalog;
  private final Replacement replacement;

  UnknownKind(Catalog catalog) {
    this.catalog = catalog;
    this.replacement = new Replacement(catalog);
  }

  /** The problem of an object whose kind is not in the catalog; empty where it is custom. */
  Optional<Problem> problem(MapNode object, String apiVersion, String kind) {
    KindEntry other = elsewhere(apiVersion, kind);
    RemovedKinds.Removal removal = Shipped.REMOVED.find(apiVersion, kind);
    if (other != null && other.span().isAfter(catalog.version())) {
      return Optional.of(notYet(other).at(place(object, "apiVersion")));
    }
    if (removal != null) {
      return Optional.of(
          removed(apiVersion, kind, removal.release(), removal.advice())
              .at(place(object, "apiVersion")));
    }
    if (other != null) {
      return Optional.of(
          removed(apiVersion, kind, other.span().end(), replacement.advice(other))
              .at(place(object, "apiVersion")));
    }
    return isBuiltIn(apiVersion, kind)
        ? Optional.of(unknown(object, apiVersion, kind))
        : Optional.empty();
  }

  /** The kind as another release has it: the nearest later one, else the last earlier one. */
  private @Nullable KindEntry elsewhere(String apiVersion, String kind) {
    KindEntry found = null;
    for (KindEntry entry : catalog.others()) {
      if (entry.apiVersion().equals(apiVersion)
          && entry.kind().equals(kind)
          && (found == null || !found.span().isAfter(catalog.version()))) {
        found = entry;
      }
    }
    return found;
  }

  private Problem notYet(KindEntry later) {
    String now = replacement.before(later);
    return Problem.error(
            "manifest.newer-version",
            "`%s` has `%s` since Kubernetes %s, and this is for %s."
                .formatted(
                    later.apiVersion(), later.kind(), later.span().first(), catalog.version()))
        .hint(
            now.isEmpty()
                ? ""
                : "In %s it is in `%s`; templates choose by `(Capabilities.APIVersions.Has \"%s/%s\")`."
                    .formatted(catalog.version(), now, later.apiVersion(), later.kind()));
  }

  private static Problem removed(String apiVersion, String kind, String release, String advice) {
    return Problem.error(
            "manifest.removed-version",
            "Since Kubernetes %s, there is no `%s` in `%s`.".formatted(release, kind, apiVersion))
        .hint(advice);
  }

  /**
   * Groups of custom kinds have a dot (k8s.io/apiextensions-apiserver, validation.go). One without
   * can be an aggregated API, yet with a built-in kind in it, it is a slip: {@code app/v1}.
   */
  private boolean isBuiltIn(String apiVersion, String kind) {
    String group = ApiVersion.group(apiVersion);
    return Shipped.REMOVED.knowsGroup(group)
        || isBuiltIn(group, kind, catalog.kinds())
        || isBuiltIn(group, kind, catalog.others());
  }

  private static boolean isBuiltIn(String group, String kind, Iterable<KindEntry> entries) {
    for (KindEntry entry : entries) {
      if (ApiVersion.group(entry.apiVersion()).equals(group)
          || group.indexOf('.') < 0 && entry.kind().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  private Problem unknown(MapNode object, String apiVersion, String kind) {
    String version = replacement.best(kind, apiVersion);
    Problem problem =
        Problem.error(
            "manifest.unknown-kind",
            "Kubernetes %s has no kind `%s` in `%s`."
                .formatted(catalog.version(), kind, apiVersion));
    return version.isEmpty()
        ? problem.at(place(object, "kind")).hint(closest(apiVersion, kind))
        : problem.at(place(object, "apiVersion")).hint("`" + kind + "` is in `" + version + "`.");
  }

  static Location place(MapNode object, String key) {
    Node node = object.get(key);
    return node == null ? object.origin() : node.origin();
  }

  private String closest(String apiVersion, String kind) {
    List<String> near = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (KindEntry entry : catalog.kinds()) {
      all.add(entry.kind());
      if (entry.apiVersion().equals(apiVersion)) {
        near.add(entry.kind());
      }
    }
    String here = Suggestion.didYouMean(kind, near);
    return here.isEmpty()
        ? Suggestion.closest(kind, all).map(there -> there(there, apiVersion)).orElse("")
        : here;
  }

  private String there(String kind, String apiVersion) {
    return "Did you mean `" + kind + "` in `" + replacement.best(kind, apiVersion) + "`?";
  }
}
