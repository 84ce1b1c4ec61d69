package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;

/**
 * A resource on its way to the cluster.
 *
 * @param resource as rendered; its nodes know the template
 * @param id with its namespace where its kind has one
 * @param object what is applied
 */
record Wanted(Resource resource, ResourceId id, MapNode object) {

  /** Whether the template itself names a namespace. */
  boolean namesNamespace() {
    return resource.content().map("metadata").has("namespace");
  }

  /** The place in the template that wrote a field. */
  Location origin(String path) {
    return new FieldPath(path).locate(resource.content());
  }
}
