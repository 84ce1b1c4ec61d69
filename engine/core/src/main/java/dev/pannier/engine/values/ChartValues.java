package dev.pannier.engine.values;

import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import java.util.Set;

/**
 * What values undergo at each chart of a tree: they go over the chart's defaults, and their globals
 * go down to its subcharts (Helm's {@code coalesceValues} and {@code coalesceGlobals} in
 * pkg/chart/common/util/coalesce.go).
 */
public final class ChartValues {

  /** The key that all charts of a tree share. */
  public static final String GLOBAL = "global";

  private ChartValues() {}

  /**
   * Values over a chart's defaults. A null above removes its key; a null among the defaults says
   * nothing. Below the key of a subchart nulls above are kept: they are still to delete there.
   *
   * @param subcharts the keys under which the chart's subcharts find their values
   * @param warnings told {@code values.type-clash} where a map meets what is none
   */
  public static MapNode overDefaults(
      MapNode values, MapNode defaults, Set<String> subcharts, Problems warnings) {
    MapNode.Builder result = MapNode.builder();
    for (var entry : defaults.entries().entrySet()) {
      String key = entry.getKey();
      Node above = values.get(key);
      if (above == null) {
        if (!(entry.getValue() instanceof NullNode)) {
          result.put(key, cleaned(entry.getValue()), defaults.keyOrigin(key));
        }
      } else if (!(above instanceof NullNode)) {
        Node both = over(above, entry.getValue(), key, subcharts.contains(key), warnings);
        result.put(key, both, values.keyOrigin(key));
      }
    }
    for (var entry : values.entries().entrySet()) {
      if (!defaults.has(entry.getKey())) {
        result.put(entry.getKey(), entry.getValue(), values.keyOrigin(entry.getKey()));
      }
    }
    return result.build(values.origin().isKnown() ? values.origin() : defaults.origin());
  }

  private static Node over(
      Node above, Node below, String key, boolean subchart, Problems warnings) {
    return subchart
        ? ValuesMerge.both(above, below, key, true, warnings)
        : ValuesMerge.both(above, cleaned(below), key, false, warnings);
  }

  private static Node cleaned(Node node) {
    return node instanceof MapNode map ? ValuesMerge.withoutNulls(map) : node;
  }

  /**
   * A subchart's values with the globals of the chart above it over its own; they have a map of
   * globals afterwards, if only an empty one.
   *
   * @param warnings told {@code values.type-clash} where a map meets what is none; the subchart
   *     keeps its own there
   */
  public static MapNode withGlobals(MapNode values, MapNode parent, Problems warnings) {
    Node own = values.entries().getOrDefault(GLOBAL, MapNode.EMPTY);
    Node above = parent.entries().getOrDefault(GLOBAL, MapNode.EMPTY);
    if (!(own instanceof MapNode globals) || !(above instanceof MapNode over)) {
      warnings.add(notGlobals(own instanceof MapNode ? above : own));
      return values;
    }
    for (var entry : over.entries().entrySet()) {
      String key = entry.getKey();
      Node mine = globals.get(key);
      Node theirs = entry.getValue();
      if (mine == null) {
        globals = globals.with(key, theirs, over.keyOrigin(key));
      } else if (mine instanceof MapNode == theirs instanceof MapNode) {
        Node both = ValuesMerge.both(theirs, mine, GLOBAL + "." + key, true, warnings);
        globals = globals.with(key, both, over.keyOrigin(key));
      } else {
        warnings.add(kept(key, mine, theirs));
      }
    }
    return values.with(GLOBAL, globals);
  }

  private static Problem notGlobals(Node node) {
    return Problem.warning(
            "values.type-clash",
            "`" + GLOBAL + "` is a " + node.typeName() + ", so no globals reach the subcharts.")
        .at(node.origin())
        .hint("Make it a map.");
  }

  private static Problem kept(String key, Node mine, Node theirs) {
    return Problem.warning(
            "values.type-clash",
            "The global `%s` is a %s here and a %s in the chart above; it stays what it is here."
                .formatted(key, mine.typeName(), theirs.typeName()))
        .at(mine.origin())
        .note("in the chart above", theirs.origin());
  }
}
