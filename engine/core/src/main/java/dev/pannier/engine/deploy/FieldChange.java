package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that changes.
 *
 * @param path {@code spec.template.spec.containers[name="web"].image}
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

  /**
   * The fields that applying an object changes, without those that a server or a controller fills
   * in by itself: they differ from one look to the next.
   *
   * @param live the object as it is
   * @param result the object as it will be
   * @param wanted what is applied
   */
  static List<FieldChange> meant(MapNode live, MapNode result, MapNode wanted) {
    return between(live, result).stream()
        .filter(each -> each.after().isEmpty() || new FieldPath(each.path()).in(wanted) != null)
        .toList();
  }

  private static MapNode told(MapNode object) {
    MapNode metadata = object.map("metadata");
    for (String key : BOOKKEEPING) {
      metadata = metadata.without(key);
    }
    return AppliedMark.without(object.without("status").with("metadata", metadata));
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
      lists(path, old, now, changes);
    } else {
      changes.add(new FieldChange(path, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  private static void lists(
      String path, ListNode before, ListNode after, List<FieldChange> changes) {
    List<Map<String, Node>> named = ItemNames.of(before, after);
    if (named == null) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(
            path + "[" + i + "]",
            i < before.size() ? before.get(i) : null,
            i < after.size() ? after.get(i) : null,
            changes);
      }
      return;
    }
    Map<String, Node> old = named.getFirst();
    Map<String, Node> now = named.getLast();
    Set<String> steps = new LinkedHashSet<>(old.keySet());
    steps.addAll(now.keySet());
    int found = changes.size();
    for (String step : steps) {
      compare(path + step, old.get(step), now.get(step), changes);
    }
    if (changes.size() == found) {
      // the same items in another order
      changes.add(new FieldChange(path, Optional.of(before), Optional.of(after)));
    }
  }

  private static String step(String path, String key) {
    if (key.indexOf('.') >= 0 || key.indexOf('/') >= 0) {
      return path + "[" + key + "]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }
}
