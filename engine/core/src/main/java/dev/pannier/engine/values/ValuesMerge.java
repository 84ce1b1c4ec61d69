package dev.pannier.engine.values;

import dev.pannier.engine.yaml.MapNode;

/** Helm's merge (pkg/chart/common/util/coalesce.go): maps merge deeply, all else replaces. */
public final class ValuesMerge {

  private ValuesMerge() {}

  /**
   * One map over another: where both have maps they merge, else the upper one wins. A null above
   * removes what is set below and stays where nothing is.
   */
  public static MapNode coalesce(MapNode over, MapNode under) {
    throw new UnsupportedOperationException();
  }

  /** The same, but nulls above are kept, so that they can still delete further below. */
  public static MapNode merge(MapNode over, MapNode under) {
    throw new UnsupportedOperationException();
  }
}
