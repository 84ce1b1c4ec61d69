package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schemas of custom kinds: those that custom resource definitions hold, and beyond them what
 * schema locations have. For one thread.
 */
public final class CustomKinds {

  private final List<CustomKind> defined = new ArrayList<>();
  private final SchemaLocations locations;

  /** None. */
  static final CustomKinds NONE = new CustomKinds(SchemaLocations.NONE);

  private CustomKinds(SchemaLocations locations) {
    this.locations = locations;
  }

  /**
   * The kinds that some objects define.
   *
   * @param objects all sorts of; custom resource definitions among them count
   * @param locations where to look for kinds that none of them defines
   */
  public static CustomKinds of(Iterable<MapNode> objects, SchemaLocations locations) {
    CustomKinds kinds = new CustomKinds(locations);
    objects.forEach(kinds::add);
    return kinds;
  }

  private void add(MapNode object) {
    String kind = object.text("kind").orElse("");
    if (kind.equals(CustomKind.DEFINITION)) {
      defined.addAll(CustomKind.of(object));
    } else if (kind.endsWith("List")) {
      for (Node item : object.list("items")) {
        if (item instanceof MapNode map) {
          add(map);
        }
      }
    }
  }

  /**
   * A version of a kind; empty where no schema is known.
   *
   * @throws dev.pannier.engine.problem.ChartException when a location cannot be read
   */
  Optional<CustomKind> find(String apiVersion, String kind, KubeVersion kube) {
    for (CustomKind version : defined) {
      if (version.kind().equals(kind) && version.apiVersion().equals(apiVersion)) {
        return Optional.of(version);
      }
    }
    return versions(apiVersion, kind).isEmpty()
        ? locations.find(apiVersion, kind, kube)
        : Optional.empty();
  }

  /** Checks an object by the schema of its kind, where one is known. */
  void check(MapNode object, Catalog catalog, Problems problems) {
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    Optional<CustomKind> found = find(apiVersion, kind, catalog.version());
    List<String> versions = versions(apiVersion, kind);
    if (found.isEmpty() && !versions.isEmpty()) {
      problems.add(unknownVersion(apiVersion, kind, versions).at(place(object)));
    }
    found.ifPresent(version -> check(object, version, catalog, problems));
  }

  private static void check(
      MapNode object, CustomKind version, Catalog catalog, Problems problems) {
    if (!version.served()) {
      problems.add(
          Problem.error(
                  "manifest.not-served",
                  "The definition of `%s` does not serve `%s`."
                      .formatted(version.kind(), version.apiVersion()))
              .at(place(object)));
    }
    if (version.deprecation() != null) {
      problems.add(
          Problem.warning(
                  "manifest.deprecated-version",
                  "`%s` of `%s` is deprecated.".formatted(version.kind(), version.apiVersion()))
              .at(place(object))
              .hint(version.deprecation()));
    }
    boolean namespaced = !Boolean.FALSE.equals(version.namespaced());
    ObjectName.check(object, version.kind(), namespaced, catalog.version(), problems);
    if (!version.schema().isEmpty()) {
      CustomTypes types = new CustomTypes(version, catalog);
      SchemaRules rules = new SchemaRules(types, version.kind());
      new ObjectCheck(types, catalog.version(), version.kind(), rules, problems)
          .check(object, types.root());
      rules.check(object, version.schema(), Place.top(types.root()), problems);
    }
  }

  private List<String> versions(String apiVersion, String kind) {
    String group = ApiVersion.group(apiVersion);
    return defined.stream()
        .filter(version -> version.kind().equals(kind) && version.group().equals(group))
        .map(CustomKind::apiVersion)
        .toList();
  }

  private static Problem unknownVersion(String apiVersion, String kind, List<String> versions) {
    return Problem.error(
            "manifest.unknown-kind",
            "The definition of `%s` has no version `%s`.".formatted(kind, apiVersion))
        .hint("It has `" + String.join("`, `", versions) + "`.");
  }

  private static Location place(MapNode object) {
    return UnknownKind.place(object, "apiVersion");
  }
}
