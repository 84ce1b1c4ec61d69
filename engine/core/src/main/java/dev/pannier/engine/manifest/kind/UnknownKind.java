package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of kinds that a built-in group does not have, or has no more. */
final class UnknownKind {

  /** Read only when a kind is not in the catalog. */
  private static final class Shipped {
    static final RemovedKinds REMOVED = RemovedKinds.builtIn();
  }

  private final Catalog catalog;

  UnknownKind(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The problem of an object whose kind is not in the catalog; empty where it is custom. */
  Optional<Problem> problem(MapNode object, String apiVersion, String kind) {
    RemovedKinds.Removal removal = Shipped.REMOVED.find(apiVersion, kind);
    if (removal != null) {
      return Optional.of(removed(apiVersion, kind, removal).at(place(object, "apiVersion")));
    }
    return isBuiltIn(apiVersion, kind)
        ? Optional.of(unknown(object, apiVersion, kind))
        : Optional.empty();
  }

  private static Problem removed(String apiVersion, String kind, RemovedKinds.Removal removal) {
    return Problem.error(
            "manifest.removed-version",
            "Since %s, Kubernetes has no `%s` in `%s`."
                .formatted(removal.release(), kind, apiVersion))
        .hint(removal.advice());
  }

  /**
   * Groups of custom kinds have a dot (k8s.io/apiextensions-apiserver, validation.go). One without
   * can be an aggregated API, yet with a built-in kind in it, it is a slip: {@code app/v1}.
   */
  private boolean isBuiltIn(String apiVersion, String kind) {
    String group = ApiVersion.group(apiVersion);
    if (Shipped.REMOVED.knowsGroup(group)) {
      return true;
    }
    for (Catalog.Entry entry : catalog.kinds()) {
      if (ApiVersion.group(entry.apiVersion()).equals(group)
          || group.indexOf('.') < 0 && entry.kind().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  private Problem unknown(MapNode object, String apiVersion, String kind) {
    List<String> versions = versionsOf(kind);
    Problem problem =
        Problem.error(
            "manifest.unknown-kind",
            "Kubernetes %s has no kind `%s` in `%s`."
                .formatted(catalog.version(), kind, apiVersion));
    if (!versions.isEmpty()) {
      return problem
          .at(place(object, "apiVersion"))
          .hint("`" + kind + "` is in `" + best(versions, apiVersion) + "`.");
    }
    return problem.at(place(object, "kind")).hint(closest(apiVersion, kind));
  }

  private static Location place(MapNode object, String key) {
    Node node = object.get(key);
    return node == null ? object.origin() : node.origin();
  }

  private List<String> versionsOf(String kind) {
    List<String> versions = new ArrayList<>();
    for (Catalog.Entry entry : catalog.kinds()) {
      if (entry.kind().equals(kind)) {
        versions.add(entry.apiVersion());
      }
    }
    return versions;
  }

  /** Of the same group where it can be, and there the most stable one. */
  private static String best(List<String> versions, String like) {
    String group = ApiVersion.group(like);
    List<String> same =
        versions.stream().filter(version -> ApiVersion.group(version).equals(group)).toList();
    return (same.isEmpty() ? versions : same).stream().max(ApiVersion.BY_STABILITY).orElseThrow();
  }

  private String closest(String apiVersion, String kind) {
    List<String> near = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (Catalog.Entry entry : catalog.kinds()) {
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
    return "Did you mean `" + kind + "` in `" + best(versionsOf(kind), apiVersion) + "`?";
  }
}
