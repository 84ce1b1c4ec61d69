package dev.pannier.engine.manifest.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where schemas of custom kinds are looked for, in order: a file or folder with custom resource
 * definitions or JSON schemas, or a path or URL with variables in it, as kubeconform has them. What
 * was found is kept. For one thread.
 */
public final class SchemaLocations {

  /** Nowhere. */
  public static final SchemaLocations NONE = new SchemaLocations(List.of());

  private final List<SchemaLocation> locations = new ArrayList<>();
  private final Map<String, Optional<CustomKind>> found = new HashMap<>();

  private SchemaLocations(List<String> locations) {
    for (String location : locations) {
      this.locations.add(
          LocationTemplate.isTemplate(location)
              ? new LocationTemplate(location)
              : new SchemaFiles(location));
    }
  }

  /**
   * Locations as users write them; paths are absolute. Nothing is read yet.
   *
   * @throws dev.pannier.engine.problem.ChartException when there is no such file or folder
   */
  public static SchemaLocations of(List<String> locations) {
    return locations.isEmpty() ? NONE : new SchemaLocations(locations);
  }

  /**
   * The schema of a kind, from the first location that has it.
   *
   * @throws dev.pannier.engine.problem.ChartException when a location cannot be read
   */
  Optional<CustomKind> find(String apiVersion, String kind, KubeVersion kube) {
    Optional<CustomKind> known = found.get(apiVersion + " " + kind);
    if (known == null) {
      known = search(apiVersion, kind, kube);
      found.put(apiVersion + " " + kind, known);
    }
    return known;
  }

  private Optional<CustomKind> search(String apiVersion, String kind, KubeVersion kube) {
    for (SchemaLocation location : locations) {
      Optional<CustomKind> hit = location.find(apiVersion, kind, kube);
      if (hit.isPresent()) {
        return hit;
      }
    }
    return Optional.empty();
  }
}
