package dev.pannier.engine.template;

import dev.pannier.engine.yaml.MapNode;

/** Answers the {@code lookup} helper. */
@FunctionalInterface
public interface ClusterLookup {

  /** Finds nothing: for rendering without a cluster. */
  ClusterLookup NONE = (apiVersion, kind, namespace, name) -> MapNode.EMPTY;

  /**
   * An object of the cluster, a list object where the name is empty, or an empty map where there is
   * none.
   */
  MapNode find(String apiVersion, String kind, String namespace, String name);
}
