package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;
import java.util.Optional;

/**
 * An object that an annotation names.
 *
 * @param group the kind's group; empty where none is said
 * @param kind in any case of letters
 * @param namespace empty for that of whoever names it
 * @param written as it stands in the annotation
 * @param origin where the annotation stands
 */
record Reference(
    Optional<String> group,
    String kind,
    Optional<String> namespace,
    String name,
    String written,
    Location origin) {

  /** Whether it means a resource, which has its namespace if its kind has one. */
  boolean means(ResourceId id, String home) {
    return id.name().equals(name)
        && id.kind().equalsIgnoreCase(kind)
        && (group.isEmpty() || group.get().equals(id.group()))
        && (id.namespace().isEmpty() || id.namespace().equals(namespace.orElse(home)));
  }
}
