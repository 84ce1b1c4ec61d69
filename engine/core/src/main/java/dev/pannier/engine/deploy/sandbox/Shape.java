package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.manifest.kind.FieldSchema;
import dev.pannier.engine.manifest.kind.Merge;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values of a field merge: by the schema of their kind, and where there is none, maps by their
 * keys and lists as a whole.
 */
record Shape(Optional<FieldSchema> schema) {

  /** The shape of an entry of a map or a list that was turned into a map. */
  Shape entry(String key) {
    return new Shape(schema.flatMap(each -> key.startsWith("[") ? each.item() : each.field(key)));
  }

  /** A value by its parts, for merging one by one; null where it merges as a whole. */
  @Nullable MapNode parts(Node value) {
    Merge merge =
        schema
            .map(FieldSchema::merge)
            .orElse(value instanceof MapNode ? Merge.FIELDS : Merge.ATOMIC);
    return switch (merge) {
      case FIELDS -> value instanceof MapNode map ? map : null;
      case KEYED -> value instanceof ListNode list ? keyed(list) : null;
      case SET -> value instanceof ListNode list ? set(list) : null;
      case ATOMIC -> null;
    };
  }

  private @Nullable MapNode keyed(ListNode list) {
    Map<String, Node> parts = new LinkedHashMap<>();
    for (Node item : list) {
      if (!(item instanceof MapNode map) || parts.put(key(map), item) != null) {
        return null; // what stands there twice cannot be told apart
      }
    }
    return MapNode.of(parts);
  }

  /** {@code [containerPort=80,protocol="TCP"]}, as API servers write it. */
  private String key(MapNode item) {
    StringBuilder key = new StringBuilder("[");
    for (String name : schema.map(FieldSchema::mergeKeys).orElse(List.of())) {
      key.append(key.length() > 1 ? "," : "").append(name).append('=');
      if (item.get(name) instanceof ScalarNode value) {
        key.append(value);
      } else {
        key.append('"')
            .append(schema.flatMap(each -> each.mergeKeyDefault(name)).orElse(""))
            .append('"');
      }
    }
    return key.append(']').toString();
  }

  private static @Nullable MapNode set(ListNode list) {
    Map<String, Node> parts = new LinkedHashMap<>();
    for (Node item : list) {
      if (!(item instanceof ScalarNode value)) {
        return null;
      }
      parts.put("[=" + value + "]", item);
    }
    return MapNode.of(parts);
  }
}
