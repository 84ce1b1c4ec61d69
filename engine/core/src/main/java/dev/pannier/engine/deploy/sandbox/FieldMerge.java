package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply on trees: sets the fields that a manager names, takes away those it named
 * before and names no more, leaves what others set, and says where they disagree. Lists whose items
 * all have names are merged by name, as those of pods are; every other list is one value.
 */
final class FieldMerge {

  /** Who changed a field when no manager applied it: a person with an editor. */
  static final String EDITOR = "kubectl-edit";

  private final Map<String, List<MapNode>> others;
  private final boolean force;
  private final boolean namedLists;
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * A merge.
   *
   * @param others what the other managers applied
   * @param force whether fields that others hold are set all the same
   * @param namedLists whether lists of named items are merged by name
   */
  FieldMerge(Map<String, List<MapNode>> others, boolean force, boolean namedLists) {
    this.others = others;
    this.force = force;
    this.namedLists = namedLists;
  }

  /** Where others disagree. */
  List<Conflict> conflicts() {
    return conflicts;
  }

  /**
   * The merged object.
   *
   * @param live as it stands
   * @param before what this manager applied before
   * @param wanted what it applies now
   */
  MapNode merge(MapNode live, List<MapNode> before, MapNode wanted) {
    return maps("", live, before, wanted, others);
  }

  private MapNode maps(
      String path,
      MapNode live,
      List<MapNode> before,
      MapNode wanted,
      Map<String, List<MapNode>> theirs) {
    Map<String, Node> merged = new LinkedHashMap<>(live.entries());
    Set<String> gone = new LinkedHashSet<>();
    before.forEach(each -> gone.addAll(each.keys()));
    gone.removeAll(wanted.keys());
    for (String key : gone) {
      Node left = take(path + step(path, key), live.get(key), at(before, key), at(theirs, key));
      if (left == null) {
        merged.remove(key);
      } else {
        merged.put(key, left);
      }
    }
    wanted
        .entries()
        .forEach((key, value) ->
            merged.put(
                key,
                set(
                    path + step(path, key),
                    live.get(key),
                    at(before, key),
                    value,
                    at(theirs, key))));
    return MapNode.of(merged);
  }

  /** What is left of a field that its manager names no more; null for nothing. */
  private @Nullable Node take(
      String path, @Nullable Node live, List<Node> before, Map<String, List<Node>> theirs) {
    if (live == null) {
      return null;
    }
    MapNode liveMap = asMap(live);
    if (liveMap != null && before.stream().allMatch(each -> asMap(each) != null)) {
      MapNode left = maps(path, liveMap, mapsOf(before), MapNode.EMPTY, mapsOf(theirs));
      return left.isEmpty() && theirs.isEmpty() ? null : like(live, left);
    }
    return theirs.isEmpty() && before.contains(live) ? null : live;
  }

  private Node set(
      String path,
      @Nullable Node live,
      List<Node> before,
      Node wanted,
      Map<String, List<Node>> theirs) {
    if (live == null || live.equals(wanted)) {
      return wanted;
    }
    MapNode liveMap = asMap(live);
    MapNode wantedMap = asMap(wanted);
    if (liveMap != null && wantedMap != null && live.getClass() == wanted.getClass()) {
      return like(wanted, maps(path, liveMap, mapsOf(before), wantedMap, mapsOf(theirs)));
    }
    String holder = holder(live, before, theirs);
    if (holder != null) {
      conflicts.add(new Conflict(path, holder, live, wanted));
    }
    return holder == null || force ? wanted : live;
  }

  private static @Nullable String holder(
      Node live, List<Node> before, Map<String, List<Node>> theirs) {
    for (Map.Entry<String, List<Node>> other : theirs.entrySet()) {
      if (other.getValue().contains(live)) {
        return other.getKey();
      }
    }
    return before.contains(live) ? null : EDITOR;
  }

  /** A node as a map: a map itself, or a list of named items by their names. */
  private @Nullable MapNode asMap(Node node) {
    if (node instanceof MapNode map) {
      return map;
    }
    if (!namedLists || !(node instanceof ListNode list) || list.isEmpty()) {
      return null;
    }
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node item : list) {
      String name = item instanceof MapNode map ? map.text("name").orElse("") : "";
      if (name.isEmpty() || byName.put("[name=\"" + name + "\"]", item) != null) {
        return null;
      }
    }
    return MapNode.of(byName);
  }

  /** A merged map in the form that another node has. */
  private static Node like(Node form, MapNode merged) {
    return form instanceof ListNode ? ListNode.of(List.copyOf(merged.entries().values())) : merged;
  }

  private static String step(String path, String key) {
    if (key.startsWith("[")) {
      return key;
    }
    if (key.indexOf('.') >= 0 || key.indexOf('/') >= 0) {
      return "[" + key + "]";
    }
    return path.isEmpty() ? key : "." + key;
  }

  private static List<Node> at(List<MapNode> maps, String key) {
    List<Node> found = new ArrayList<>();
    for (MapNode map : maps) {
      Node value = map.get(key);
      if (value != null) {
        found.add(value);
      }
    }
    return found;
  }

  private static Map<String, List<Node>> at(Map<String, List<MapNode>> managers, String key) {
    Map<String, List<Node>> found = new LinkedHashMap<>();
    managers.forEach((manager, applied) -> {
      List<Node> each = at(applied, key);
      if (!each.isEmpty()) {
        found.put(manager, each);
      }
    });
    return found;
  }

  private List<MapNode> mapsOf(List<Node> nodes) {
    List<MapNode> maps = new ArrayList<>();
    for (Node node : nodes) {
      MapNode map = asMap(node);
      if (map != null) {
        maps.add(map);
      }
    }
    return maps;
  }

  private Map<String, List<MapNode>> mapsOf(Map<String, List<Node>> managers) {
    Map<String, List<MapNode>> found = new LinkedHashMap<>();
    managers.forEach((manager, nodes) -> found.put(manager, mapsOf(nodes)));
    return found;
  }
}
