package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;

/**
 * A schema as one reads it: references within the file are followed.
 *
 * @param root the whole file
 * @param schema the part that is looked at
 */
record SchemaView(MapNode root, MapNode schema) {

  private static final int MOST_REFERENCES = 20;

  static SchemaView of(MapNode root) {
    return new SchemaView(root, root).followed();
  }

  /** The schema of a key; one that says nothing where there is none. */
  SchemaView property(String key) {
    return new SchemaView(root, schema.map("properties").map(key)).followed();
  }

  /** The schema of a list's items. */
  SchemaView items() {
    return new SchemaView(root, schema.map("items")).followed();
  }

  /** The schema of a map's keys that are not listed. */
  SchemaView others() {
    return new SchemaView(root, schema.map("additionalProperties")).followed();
  }

  /** Whether all keys of a map are listed, so that each can be told by itself. */
  boolean lists(MapNode map) {
    return !map.isEmpty() && map.keys().stream().allMatch(schema.map("properties")::has);
  }

  private SchemaView followed() {
    MapNode at = schema;
    for (int i = 0; i < MOST_REFERENCES; i++) {
      String reference = at.text("$ref").orElse("");
      if (!reference.startsWith("#/")) {
        break;
      }
      MapNode target = target(reference.substring(2));
      for (var entry : at.without("$ref").entries().entrySet()) {
        target = target.with(entry.getKey(), entry.getValue());
      }
      at = target;
    }
    return new SchemaView(root, at);
  }

  private MapNode target(String pointer) {
    Node node = root;
    for (String part : pointer.split("/")) {
      String key = part.replace("~1", "/").replace("~0", "~");
      node = node instanceof MapNode map ? map.entries().getOrDefault(key, MapNode.EMPTY) : node;
    }
    return node instanceof MapNode map ? map : MapNode.EMPTY;
  }
}
