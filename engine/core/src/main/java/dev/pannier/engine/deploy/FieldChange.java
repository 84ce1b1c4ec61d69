package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that changes.
 *
 * @param path {@code spec.template.spec.containers[0].image}
 * @param before empty where it is added
 * @param after empty where it is taken away
 */
public record FieldChange(String path, Optional<Node> before, Optional<Node> after) {

  /** What servers keep for themselves. */
  private static final Set<String> BOOKKEEPING =
      Set.of("resourceVersion", "generation", "uid", "creationTimestamp", "managedFields");

  /** The fields in which two states of an object differ, status and bookkeeping aside. */
  static List<FieldChange> between(MapNode before, MapNode after) {
    List<FieldChange> changes = new ArrayList<>();
    compare("", told(before), told(after), changes);
    return changes;
  }

  private static MapNode told(MapNode object) {
    MapNode metadata = object.map("metadata");
    for (String key : BOOKKEEPING) {
      metadata = metadata.without(key);
    }
    return object.without("status").with("metadata", metadata);
  }

  private static void compare(
      String path, @Nullable Node before, @Nullable Node after, List<FieldChange> changes) {
    if (before != null && before.equals(after)) {
      return;
    }
    if (before instanceof MapNode old && after instanceof MapNode now) {
      Set<String> keys = new LinkedHashSet<>(old.keys());
      keys.addAll(now.keys());
      for (String key : keys) {
        compare(step(path, key), old.get(key), now.get(key), changes);
      }
    } else if (before instanceof ListNode old && after instanceof ListNode now) {
      for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
        compare(
            path + "[" + i + "]",
            i < old.size() ? old.get(i) : null,
            i < now.size() ? now.get(i) : null,
            changes);
      }
    } else {
      changes.add(new FieldChange(path, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  private static String step(String path, String key) {
    if (key.indexOf('.') >= 0 || key.indexOf('/') >= 0) {
      return path + "[" + key + "]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }
}
