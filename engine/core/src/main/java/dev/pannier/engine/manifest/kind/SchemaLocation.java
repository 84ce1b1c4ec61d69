package dev.pannier.engine.manifest.kind;

import java.util.Optional;

/** A place that may have schemas of custom kinds. */
interface SchemaLocation {

  /**
   * The schema of a kind; empty where this place has none.
   *
   * @throws dev.pannier.engine.problem.ChartException when the place cannot be read
   */
  Optional<CustomKind> find(String apiVersion, String kind, KubeVersion kube);
}
