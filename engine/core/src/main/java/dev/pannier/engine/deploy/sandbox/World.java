package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** All objects of a sandbox during one visit to it, and which of them changed. For one thread. */
final class World {

  private static final Set<String> MADE_BY_SERVER =
      Set.of("uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp");

  private final Map<Key, MapNode> objects = new TreeMap<>();
  private final Map<Key, FieldRecord> fields = new TreeMap<>();
  private final Set<Key> changed = new TreeSet<>();
  private final Instant now;
  private final RandomGenerator random;
  private long changes;

  World(Instant now, RandomGenerator random) {
    this.now = now;
    this.random = random;
  }

  Instant now() {
    return now;
  }

  RandomGenerator random() {
    return random;
  }

  /** Takes an object as it lies in the folder. */
  void load(Key key, MapNode object, FieldRecord record) {
    objects.put(key, object);
    if (!record.equals(FieldRecord.NONE)) {
      fields.put(key, record);
    }
  }

  Optional<MapNode> get(Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  FieldRecord fields(Key key) {
    return fields.getOrDefault(key, FieldRecord.NONE);
  }

  private void touch(Key key) {
    changed.add(key);
    changes++;
  }

  /** How often anything was changed. */
  long changes() {
    return changes;
  }

  /** The objects that are to be written, or removed where they are no more. */
  Set<Key> changed() {
    return changed;
  }

  List<MapNode> all() {
    return List.copyOf(objects.values());
  }

  /** The objects of a built-in kind. */
  List<MapNode> all(String kind) {
    List<MapNode> found = new ArrayList<>();
    objects.forEach((key, object) -> {
      if (key.kind().equals(kind)) {
        found.add(object);
      }
    });
    return found;
  }

  /** The objects of a kind that another one controls. */
  List<MapNode> owned(String kind, MapNode owner) {
    String uid = uid(owner);
    return all(kind).stream().filter(each -> uid.equals(owner(each))).toList();
  }

  /** The uid of an object's controller; empty where it has none. */
  static String owner(MapNode object) {
    for (MapNode reference : Tree.maps(object.map("metadata"), "ownerReferences")) {
      return reference.text("uid").orElse("");
    }
    return "";
  }

  static String uid(MapNode object) {
    return object.map("metadata").text("uid").orElse("");
  }

  static String name(MapNode object) {
    return object.map("metadata").text("name").orElse("");
  }

  Instant created(MapNode object) {
    try {
      return object.map("metadata").text("creationTimestamp").map(Instant::parse).orElse(now);
    } catch (DateTimeParseException _) {
      return now;
    }
  }

  /** Makes an object, with what a server adds to it. */
  MapNode create(MapNode object) {
    MapNode metadata =
        object
            .map("metadata")
            .with("uid", Node.of(new UUID(random.nextLong(), random.nextLong()).toString()))
            .with("resourceVersion", Node.of("1"))
            .with("generation", Node.of(1))
            .with("creationTimestamp", Node.of(now.toString()));
    MapNode made = object.with("metadata", metadata);
    Key key = Key.of(made);
    objects.put(key, made);
    touch(key);
    return made;
  }

  /** Replaces an object; its generation goes up where more than metadata and status changed. */
  MapNode update(MapNode object) {
    Key key = Key.of(object);
    MapNode old = objects.getOrDefault(key, MapNode.EMPTY);
    if (old.equals(object)) {
      return old;
    }
    MapNode metadata = object.map("metadata");
    metadata = metadata.with("resourceVersion", Node.of(Integer.toString(version(old) + 1)));
    if (!content(old).equals(content(object))) {
      int generation = Tree.count(old.map("metadata"), "generation", 0);
      metadata = metadata.with("generation", Node.of(generation + 1));
    }
    MapNode updated = object.with("metadata", metadata);
    objects.put(key, updated);
    touch(key);
    return updated;
  }

  /** Replaces an object's status. */
  void status(MapNode object, MapNode status) {
    if (!object.map("status").equals(status)) {
      update(object.with("status", status));
    }
  }

  /** Removes an object, or where a finalizer holds it, notes that it is to go. */
  void delete(Key key) {
    MapNode object = objects.getOrDefault(key, MapNode.EMPTY);
    MapNode metadata = object.map("metadata");
    if (metadata.list("finalizers").size() == 0) {
      remove(key);
    } else if (!isGoing(object)) {
      update(Tree.set(object, now.toString(), "metadata", "deletionTimestamp"));
    }
  }

  /** Whether an object was deleted, and only its finalizers hold it. */
  static boolean isGoing(MapNode object) {
    return object.map("metadata").has("deletionTimestamp");
  }

  void remove(Key key) {
    MapNode object = objects.remove(key);
    fields.remove(key);
    touch(key);
    if (object != null && key.kind().equals("CustomResourceDefinition")) {
      removeAll(CustomApis.group(object), CustomApis.kind(object));
    }
  }

  private void removeAll(String group, String kind) {
    all(kind).stream()
        .map(Key::of)
        .filter(each -> each.group().equals(group))
        .forEach(this::remove);
  }

  /** Takes note of an object that somebody changed in its file. */
  void edited(Key key, FieldRecord record) {
    MapNode object = objects.getOrDefault(key, MapNode.EMPTY);
    int generation = Tree.count(object.map("metadata"), "generation", 0);
    MapNode newer = Tree.set(object, generation + 1, "metadata", "generation");
    objects.put(
        key, Tree.set(newer, Integer.toString(version(object) + 1), "metadata", "resourceVersion"));
    fields(key, record);
  }

  void fields(Key key, FieldRecord record) {
    fields.put(key, record);
    touch(key);
  }

  private static int version(MapNode object) {
    try {
      return Integer.parseInt(object.map("metadata").text("resourceVersion").orElse("0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static MapNode content(MapNode object) {
    return object.without("metadata").without("status");
  }

  /** What a person or a manager may have written: without status and what the server adds. */
  static MapNode written(MapNode object) {
    MapNode metadata = object.map("metadata");
    for (String key : MADE_BY_SERVER) {
      metadata = metadata.without(key);
    }
    return object.without("status").with("metadata", metadata);
  }
}
