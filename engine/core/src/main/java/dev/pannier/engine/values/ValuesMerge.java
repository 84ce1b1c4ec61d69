package dev.pannier.engine.values;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;

/**
 * Helm's merge (pkg/chart/common/util/coalesce.go): maps merge deeply, all else replaces. What lies
 * under keeps its order, new keys follow; a key that both have was written where the upper one has
 * it.
 */
public final class ValuesMerge {

  private ValuesMerge() {}

  /**
   * One map over another: where both have maps they merge, else the upper one wins. A null above
   * removes what is set below and stays where nothing is.
   */
  public static MapNode coalesce(MapNode over, MapNode under) {
    return coalesce(over, under, new Problems());
  }

  /**
   * The same.
   *
   * @param warnings told {@code values.type-clash} where a map meets what is none
   */
  public static MapNode coalesce(MapNode over, MapNode under, Problems warnings) {
    return new Merging(false, warnings).merge(over, under, "");
  }

  /** The same, but nulls above are kept, so that they can still delete further below. */
  public static MapNode merge(MapNode over, MapNode under) {
    return merge(over, under, new Problems());
  }

  /**
   * The same.
   *
   * @param warnings told {@code values.type-clash} where a map meets what is none
   */
  public static MapNode merge(MapNode over, MapNode under, Problems warnings) {
    return new Merging(true, warnings).merge(over, under, "");
  }

  /** A map without its nulls, at any depth of maps; lists keep theirs. */
  public static MapNode withoutNulls(MapNode map) {
    MapNode.Builder kept = MapNode.builder();
    boolean changed = false;
    for (var entry : map.entries().entrySet()) {
      Node value =
          entry.getValue() instanceof MapNode inner ? withoutNulls(inner) : entry.getValue();
      changed |= value != entry.getValue() || value instanceof NullNode;
      if (!(value instanceof NullNode)) {
        kept.put(entry.getKey(), value, map.keyOrigin(entry.getKey()));
      }
    }
    return changed ? kept.build(map.origin()) : map;
  }

  private record Merging(boolean keepsNulls, Problems warnings) {

    MapNode merge(MapNode over, MapNode under, String prefix) {
      if (under.isEmpty()) {
        return over;
      }
      MapNode.Builder merged = MapNode.builder();
      for (var entry : under.entries().entrySet()) {
        String key = entry.getKey();
        Node above = over.get(key);
        if (above == null) {
          merged.put(key, entry.getValue(), under.keyOrigin(key));
        } else if (!removes(above, entry.getValue())) {
          merged.put(key, both(above, entry.getValue(), prefix + key), over.keyOrigin(key));
        }
      }
      for (var entry : over.entries().entrySet()) {
        if (!under.has(entry.getKey())) {
          merged.put(entry.getKey(), entry.getValue(), over.keyOrigin(entry.getKey()));
        }
      }
      return merged.build(over.origin().isKnown() ? over.origin() : under.origin());
    }

    private boolean removes(Node above, Node below) {
      return !keepsNulls && above instanceof NullNode && !(below instanceof NullNode);
    }

    private Node both(Node above, Node below, String path) {
      if (above instanceof MapNode over && below instanceof MapNode under) {
        return merge(over, under, path + ".");
      }
      boolean clash = above instanceof MapNode != below instanceof MapNode;
      if (clash && !(above instanceof NullNode) && !(below instanceof NullNode)) {
        warnings.add(clash(above, below, path));
      }
      return above;
    }
  }

  /** What becomes of the value of one key that both sides have. */
  static Node both(Node above, Node below, String path, boolean keepsNulls, Problems warnings) {
    return new Merging(keepsNulls, warnings).both(above, below, path);
  }

  private static Problem clash(Node above, Node below, String path) {
    Location place = above.origin();
    return Problem.warning(
            "values.type-clash",
            "`%s` is set to a %s where the values below have a %s."
                .formatted(path, above.typeName(), below.typeName()))
        .at(place)
        .note("the value below", below.origin())
        .hint(
            above instanceof MapNode
                ? "Set it to a " + below.typeName() + " if that was meant."
                : "The whole map is replaced; to change a part of it, set one of its keys.");
  }
}
