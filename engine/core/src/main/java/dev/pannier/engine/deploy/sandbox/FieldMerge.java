package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult.Conflict;
import dev.pannier.engine.deploy.FieldOwner;
import dev.pannier.engine.manifest.kind.FieldSchema;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Shape root;
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * A merge.
   *
   * @param others what the other managers applied
   * @param force whether fields that others hold are set all the same
   * @param schema of the object's kind
   */
  FieldMerge(Map<String, List<MapNode>> others, boolean force, Optional<FieldSchema> schema) {
    this.others = others;
    this.force = force;
    this.root = new Shape(schema);
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
    return maps("", root, live, before, wanted, others);
  }

  private MapNode maps(
      String path,
      Shape shape,
      MapNode live,
      List<MapNode> before,
      MapNode wanted,
      Map<String, List<MapNode>> theirs) {
    Map<String, Node> merged = new LinkedHashMap<>(live.entries());
    Set<String> gone = new LinkedHashSet<>();
    before.forEach(each -> gone.addAll(each.keys()));
    gone.removeAll(wanted.keys());
    for (String key : gone) {
      Node left =
          take(
              path + step(path, key),
              shape.entry(key),
              live.get(key),
              at(before, key),
              at(theirs, key));
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
                    shape.entry(key),
                    live.get(key),
                    at(before, key),
                    value,
                    at(theirs, key))));
    return MapNode.of(merged);
  }

  /** What is left of a field that its manager names no more; null for nothing. */
  private @Nullable Node take(
      String path,
      Shape shape,
      @Nullable Node live,
      List<Node> before,
      Map<String, List<Node>> theirs) {
    if (live == null) {
      return null;
    }
    MapNode liveMap = shape.parts(live);
    if (liveMap != null && before.stream().allMatch(each -> shape.parts(each) != null)) {
      MapNode left =
          maps(path, shape, liveMap, mapsOf(shape, before), MapNode.EMPTY, mapsOf(shape, theirs));
      return left.isEmpty() && theirs.isEmpty() ? null : like(live, left);
    }
    return theirs.isEmpty() && before.contains(live) ? null : live;
  }

  private Node set(
      String path,
      Shape shape,
      @Nullable Node live,
      List<Node> before,
      Node wanted,
      Map<String, List<Node>> theirs) {
    if (live == null || live.equals(wanted)) {
      return wanted;
    }
    MapNode liveMap = shape.parts(live);
    MapNode wantedMap = shape.parts(wanted);
    if (liveMap != null && wantedMap != null && live.getClass() == wanted.getClass()) {
      return like(
          wanted,
          maps(path, shape, liveMap, mapsOf(shape, before), wantedMap, mapsOf(shape, theirs)));
    }
    String holder = holder(path, live, before, theirs);
    if (holder != null) {
      conflicts.add(new Conflict(path, owner(holder), live, wanted));
    }
    return holder == null || force ? wanted : live;
  }

  private static @Nullable String holder(
      String path, Node live, List<Node> before, Map<String, List<Node>> theirs) {
    for (Map.Entry<String, List<Node>> other : theirs.entrySet()) {
      if (other.getValue().contains(live)) {
        return other.getKey();
      }
    }
    return before.contains(live) || Defaults.mayHaveAdded(path, live) ? null : EDITOR;
  }

  private static FieldOwner owner(String holder) {
    return new FieldOwner(holder, !holder.equals(EDITOR), "", Optional.empty());
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

  private static List<MapNode> mapsOf(Shape shape, List<Node> nodes) {
    List<MapNode> maps = new ArrayList<>();
    for (Node node : nodes) {
      MapNode map = shape.parts(node);
      if (map != null) {
        maps.add(map);
      }
    }
    return maps;
  }

  private static Map<String, List<MapNode>> mapsOf(Shape shape, Map<String, List<Node>> managers) {
    Map<String, List<MapNode>> found = new LinkedHashMap<>();
    managers.forEach((manager, nodes) -> found.put(manager, mapsOf(shape, nodes)));
    return found;
  }
}
