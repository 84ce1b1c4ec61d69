package dev.pannier.engine.lint;

import dev.pannier.engine.values.ValueUse;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What values.schema.json says of a path: the parts of the schema that speak of it.
 *
 * @param root the whole schema, for references
 * @param parts what speaks of this path
 */
record SchemaNames(MapNode root, List<MapNode> parts) {

  private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> CONDITIONS = List.of("if", "then", "else");

  /** What the schema as a whole says. */
  static SchemaNames of(MapNode schema) {
    return new SchemaNames(schema, expand(schema, schema));
  }

  /** Whether the schema says nothing of what may lie here. */
  boolean isOpen() {
    for (MapNode part : parts) {
      if (part.has("properties") || part.has("additionalProperties")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a key is named here. */
  boolean names(String key) {
    return isOpen() || !child(key).parts.isEmpty();
  }

  SchemaNames child(String key) {
    List<MapNode> found = new ArrayList<>();
    for (MapNode part : parts) {
      if (part.map("properties").get(key) instanceof MapNode named) {
        found.addAll(expand(root, named));
      } else if (part.map("properties").get(key) instanceof BoolNode allowed && allowed.value()) {
        found.add(MapNode.EMPTY);
      } else {
        others(part, key, found);
      }
    }
    return new SchemaNames(root, found);
  }

  private void others(MapNode part, String key, List<MapNode> found) {
    for (Node pattern : part.map("patternProperties").entries().values()) {
      found.addAll(expand(root, pattern));
    }
    if (part.get("additionalProperties") instanceof MapNode any) {
      found.addAll(expand(root, any));
    }
    if (key.equals(ValueUse.ANY)) {
      found.addAll(expand(root, part.get("items")));
      for (Node any : part.map("properties").entries().values()) {
        found.addAll(expand(root, any));
      }
    }
  }

  /** A part with all that it refers to and all that it may be. */
  private static List<MapNode> expand(MapNode root, @Nullable Node part) {
    List<MapNode> found = new ArrayList<>();
    expand(root, part, found, new HashSet<>());
    return found;
  }

  private static void expand(
      MapNode root, @Nullable Node part, List<MapNode> found, Set<String> followed) {
    if (!(part instanceof MapNode map)) {
      return;
    }
    found.add(map);
    String reference = map.text("$ref").orElse("");
    if (reference.startsWith("#/") && followed.add(reference)) {
      String[] path = reference.substring(2).split("/");
      Node target = root.at(path);
      if (target != null) {
        expand(root, target, found, followed);
      }
    }
    for (String key : ALTERNATIVES) {
      map.list(key).forEach(one -> expand(root, one, found, followed));
    }
    for (String key : CONDITIONS) {
      expand(root, map.get(key), found, followed);
    }
  }
}
