package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;

/** The schemas of custom kinds. */
public final class CustomKinds {

  /** None. */
  public static final CustomKinds NONE = new CustomKinds();

  private CustomKinds() {}

  void check(MapNode object, Catalog catalog, Problems problems) {}
}
