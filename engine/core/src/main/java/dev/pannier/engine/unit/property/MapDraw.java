package dev.pannier.engine.unit.property;

import dev.pannier.engine.values.SchemaPattern;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws maps.
 *
 * @param values draws what lies in them
 * @param density how likely a property that may be left out is drawn
 */
record MapDraw(ValueDraw values, Pick pick, double density) {
  private static final int USUAL_ENTRIES = 3;

  /**
   * A map that goes over what lies below it; none where the schema leaves open what is in it.
   *
   * @param under the defaults at the same place
   */
  Optional<Node> of(Keywords keywords, MapNode under, int depth) {
    MapNode schema = keywords.schema();
    MapNode map = MapNode.EMPTY;
    List<String> needed = needed(keywords, under);
    for (Map.Entry<String, Node> property : schema.map("properties").entries().entrySet()) {
      String key = property.getKey();
      if (needed.contains(key) || pick.chance(density)) {
        Optional<Node> value = values.below(property.getValue(), under.get(key), depth);
        if (value.isPresent()) {
          map = map.with(key, value.get());
        } else if (needed.contains(key)) {
          return Optional.empty();
        }
      }
    }
    map = withDependents(schema, map, under, depth);
    map = withNamed(keywords, map, under, depth);
    for (String key : needed) {
      if (!map.has(key)) {
        return Optional.empty();
      }
    }
    boolean open = map.isEmpty() && !schema.has("properties") && named(schema).isEmpty();
    return open ? Optional.empty() : Optional.of(map);
  }

  private static List<String> needed(Keywords keywords, MapNode under) {
    List<String> needed = new ArrayList<>(keywords.texts("required"));
    needed.removeIf(under::has);
    return needed;
  }

  private MapNode withDependents(MapNode schema, MapNode drawn, MapNode under, int depth) {
    MapNode map = drawn;
    MapNode dependents =
        SchemaMerge.of(schema.map("dependencies"), schema.map("dependentRequired"));
    for (String key : List.copyOf(drawn.keys())) {
      for (String wanted : new Keywords(dependents).texts(key)) {
        Node property = schema.map("properties").get(wanted);
        if (!map.has(wanted) && !under.has(wanted) && property != null) {
          Optional<Node> value = values.below(property, null, depth);
          map = value.isPresent() ? map.with(wanted, value.get()) : map;
        }
      }
    }
    return map;
  }

  /** Entries whose names the schema does not list but describes. */
  private MapNode withNamed(Keywords keywords, MapNode drawn, MapNode under, int depth) {
    MapNode schema = keywords.schema();
    MapNode map = drawn;
    Map<String, Node> kinds = named(schema);
    if (kinds.isEmpty()) {
      return map;
    }
    int least = keywords.count("minProperties", 0) - under.size() - map.size();
    int most = keywords.count("maxProperties", Integer.MAX_VALUE) - under.size() - map.size();
    int wanted = pick.between(Math.max(0, least), Math.min(most, Math.max(least, USUAL_ENTRIES)));
    for (int i = 0; i < wanted; i++) {
      String pattern = pick.of(List.copyOf(kinds.keySet()));
      Optional<String> key = values.key(names(schema, pattern));
      Node value = kinds.get(pattern);
      if (key.isPresent() && value != null && isFree(key.get(), pattern, schema)) {
        Optional<Node> entry = values.below(value, null, depth);
        map = entry.isPresent() ? map.with(key.get(), entry.get()) : map;
      }
    }
    return map;
  }

  /** What is said of entries by their names: patterns, and under an empty one all others. */
  private static Map<String, Node> named(MapNode schema) {
    MapNode patterns = schema.map("patternProperties");
    Node others = schema.get("additionalProperties");
    return others == null || others instanceof BoolNode
        ? patterns.entries()
        : patterns.with("", others).entries();
  }

  private static @Nullable Node names(MapNode schema, String pattern) {
    Node names = schema.get("propertyNames");
    if (pattern.isEmpty()) {
      return names;
    }
    MapNode matching = MapNode.EMPTY.with("pattern", Node.of(pattern));
    return names instanceof MapNode map ? SchemaMerge.of(map, matching) : matching;
  }

  /** Whether a name belongs to no other rule than the one it was drawn for. */
  private static boolean isFree(String key, String pattern, MapNode schema) {
    if (schema.map("properties").has(key)) {
      return false;
    }
    for (String other : schema.map("patternProperties").keys()) {
      if (!other.equals(pattern) && SchemaPattern.compile(other).matcher(key).find()) {
        return false;
      }
    }
    return true;
  }
}
