package dev.pannier.engine.deploy;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that one manager applied to an object and that nobody has taken since, as the object's
 * {@code managedFields} tell them (k8s.io/apimachinery, FieldsV1): {@code f:} names a field, {@code
 * k:} and {@code v:} the item of a list that is merged item by item, and a field with nothing below
 * it is a value as a whole.
 */
final class FieldOwnership {

  private static final Node DEFAULT_PROTOCOL = Node.of("TCP");

  private final MapNode fields;
  private final String apiVersion;

  private FieldOwnership(MapNode fields, String apiVersion) {
    this.fields = fields;
    this.apiVersion = apiVersion;
  }

  /** What a manager applied to a live object; empty where the object does not tell. */
  static Optional<FieldOwnership> of(MapNode live, String manager) {
    for (Node each : live.map("metadata").list("managedFields")) {
      if (each instanceof MapNode entry
          && entry.text("manager").filter(manager::equals).isPresent()
          && entry.text("operation").filter("Apply"::equals).isPresent()
          && entry.text("subresource").isEmpty()) {
        return Optional.of(
            new FieldOwnership(entry.map("fieldsV1"), entry.text("apiVersion").orElse("")));
      }
    }
    return Optional.empty();
  }

  /** Who else holds a field of a live object, the last one who wrote; empty where none is told. */
  static Optional<FieldOwner> ownerOf(MapNode live, String path) {
    List<String> steps = new FieldPath(path).managed();
    FieldOwner found = null;
    for (Node each : live.map("metadata").list("managedFields")) {
      if (each instanceof MapNode entry && reaches(entry.map("fieldsV1"), steps)) {
        FieldOwner owner = owner(entry);
        boolean ours = owner.applied() && owner.manager().equals(ApplyMode.MANAGER);
        if (!ours && (found == null || since(owner).isAfter(since(found)))) {
          found = owner;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private static Instant since(FieldOwner owner) {
    return owner.since().orElse(Instant.EPOCH);
  }

  private static FieldOwner owner(MapNode entry) {
    return new FieldOwner(
        entry.text("manager").orElse(""),
        entry.text("operation").filter("Apply"::equals).isPresent(),
        entry.text("subresource").orElse(""),
        entry.text("time").map(Instant::parse));
  }

  private static boolean reaches(MapNode fields, List<String> steps) {
    MapNode at = fields;
    for (String step : steps) {
      Node next = step.startsWith("k:") ? keyed(at, step.substring(2)) : at.get(step);
      if (!(next instanceof MapNode map)) {
        // below a value that is held as a whole
        return at.isEmpty() && at != fields;
      }
      at = map;
    }
    return true;
  }

  /** The item of a key written as in paths: {@code name="web"}. */
  private static @Nullable Node keyed(MapNode fields, String key) {
    for (String each : fields.keys()) {
      if (each.startsWith("k:")) {
        List<String> names = new ArrayList<>();
        names(each.substring(2))
            .entries()
            .forEach((name, value) -> names.add(name + "=" + JsonWriter.write(value)));
        if (String.join(",", names).equals(key)) {
          return fields.get(each);
        }
      }
    }
    return null;
  }

  /** Whether a field that has a name at every step belongs to the manager. */
  boolean has(String... path) {
    MapNode at = fields;
    for (String step : path) {
      if (!(at.get("f:" + step) instanceof MapNode next)) {
        return false;
      }
      at = next;
    }
    return true;
  }

  /**
   * Whether all of an object is there with the same values and belongs to the manager, so that
   * applying it would change nothing. What cannot be told for certain is not so.
   */
  boolean coversAll(MapNode wanted, MapNode live) {
    if (!wanted.text("apiVersion").equals(Optional.of(apiVersion))) {
      return false;
    }
    for (String key : wanted.keys()) {
      boolean known = key.equals("apiVersion") || key.equals("kind") || key.equals("metadata");
      if (!known && !covers(wanted.get(key), live.get(key), fields.get("f:" + key))) {
        return false;
      }
    }
    MapNode metadata = wanted.map("metadata").without("name").without("namespace");
    return metadata.isEmpty() || covers(metadata, live.map("metadata"), fields.map("f:metadata"));
  }

  private static boolean covers(@Nullable Node wanted, @Nullable Node live, @Nullable Node owned) {
    if (wanted instanceof NullNode) {
      return live == null;
    }
    if (wanted instanceof MapNode none
        && none.isEmpty()
        && live instanceof MapNode there
        && there.isEmpty()) {
      // servers before 1.22 tell nobody to hold an empty map
      return true;
    }
    if (live == null || !(owned instanceof MapNode parts)) {
      return false;
    }
    return switch (wanted) {
      case null -> false;
      case ScalarNode scalar -> SameValue.of(scalar, live);
      case MapNode map ->
          live instanceof MapNode there
              && (parts.isEmpty() ? map.equals(there) : map(map, there, parts));
      case ListNode list ->
          live instanceof ListNode there
              && (parts.isEmpty() ? list.equals(there) : list(list, there, parts));
    };
  }

  private static boolean map(MapNode wanted, MapNode live, MapNode owned) {
    for (String key : wanted.keys()) {
      if (!covers(wanted.get(key), live.get(key), owned.get("f:" + key))) {
        return false;
      }
    }
    return true;
  }

  /** Items in the same order, with others' items between them. */
  private static boolean list(ListNode wanted, ListNode live, MapNode owned) {
    int at = 0;
    for (Node item : wanted) {
      boolean found = false;
      while (!found && at < live.size()) {
        found = item(item, live.get(at), owned);
        at++;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean item(Node wanted, Node live, MapNode owned) {
    if (wanted instanceof ScalarNode scalar) {
      return scalar.equals(live) && owned.has("v:" + JsonWriter.write(scalar));
    }
    if (!(wanted instanceof MapNode map) || !(live instanceof MapNode there)) {
      return false;
    }
    for (String key : owned.keys()) {
      if (key.startsWith("k:")
          && isNamed(map, there, key)
          && owned.get(key) instanceof MapNode parts
          && !parts.isEmpty()) {
        return map(map, there, parts);
      }
    }
    return false;
  }

  /**
   * Whether a live item is the one of a key such as {@code k:{"name":"web"}}, and the wanted one
   * too. Of all keys of lists only the protocol of a port has a default.
   */
  private static boolean isNamed(MapNode wanted, MapNode live, String key) {
    MapNode names = names(key.substring(2));
    for (String name : names.keys()) {
      Node value = names.get(name);
      Node named = wanted.has(name) ? wanted.get(name) : DEFAULT_PROTOCOL;
      if (!Objects.equals(live.get(name), value) || !Objects.equals(named, value)) {
        return false;
      }
    }
    return true;
  }

  private static MapNode names(String json) {
    try {
      return JsonReader.read(new Source("managedFields", json)) instanceof MapNode map
          ? map
          : MapNode.EMPTY;
    } catch (ChartException e) {
      throw new IllegalStateException("managedFields have a broken key: " + json, e);
    }
  }
}
