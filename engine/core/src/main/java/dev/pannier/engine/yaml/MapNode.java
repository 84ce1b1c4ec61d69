package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.Location;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map from strings to nodes, in the order in which its keys were written. The order does not
 * count for equality.
 */
public final class MapNode implements Node {

  public static final MapNode EMPTY = new MapNode(Map.of(), Map.of(), Location.unknown());

  private final Map<String, Node> entries;
  private final Map<String, Location> keyOrigins;
  private final Location origin;

  private MapNode(Map<String, Node> entries, Map<String, Location> keyOrigins, Location origin) {
    this.entries = entries;
    this.keyOrigins = keyOrigins;
    this.origin = origin;
  }

  /** A computed map; the entries are copied in their order. */
  public static MapNode of(Map<String, ? extends Node> entries) {
    return new MapNode(
        Collections.unmodifiableMap(new LinkedHashMap<>(entries)), Map.of(), Location.unknown());
  }

  /** A map as read: the caller hands both maps over and keeps neither. */
  static MapNode read(
      Map<String, Node> entries, Map<String, Location> keyOrigins, Location origin) {
    return new MapNode(Collections.unmodifiableMap(entries), keyOrigins, origin);
  }

  /** Starts a map whose keys know where they were written. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Location origin() {
    return origin;
  }

  /** Its entries, in order, unmodifiable. */
  public Map<String, Node> entries() {
    return entries;
  }

  /** Its keys, in order, unmodifiable. */
  public Set<String> keys() {
    return entries.keySet();
  }

  public int size() {
    return entries.size();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The value of a key; null where there is no such key. */
  public @Nullable Node get(String key) {
    return entries.get(key);
  }

  /** The value of a key, where it is a non-empty string. */
  public Optional<String> text(String key) {
    return entries.get(key) instanceof TextNode text && !text.text().isEmpty()
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** The value of a key where it is a map, else an empty map. */
  public MapNode map(String key) {
    return entries.get(key) instanceof MapNode map ? map : EMPTY;
  }

  /** The value of a key where it is a list, else an empty list. */
  public ListNode list(String key) {
    return entries.get(key) instanceof ListNode list ? list : ListNode.EMPTY;
  }

  /** What lies at a path of keys; null where any of them is missing. */
  public @Nullable Node at(String... path) {
    Node node = this;
    for (String key : path) {
      node = node instanceof MapNode map ? map.get(key) : null;
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /** Where a key was written: its own place where known, else its value's, else this map's. */
  public Location keyOrigin(String key) {
    Location own = keyOrigins.get(key);
    if (own != null) {
      return own;
    }
    Node value = entries.get(key);
    return value != null && value.origin().isKnown() ? value.origin() : origin;
  }

  /** This map with a key set, at its old place among the keys or at the end. */
  public MapNode with(String key, Node value) {
    Map<String, Node> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    return new MapNode(Collections.unmodifiableMap(changed), keyOrigins, origin);
  }

  /** This map with a key set that was written at a place of its own. */
  public MapNode with(String key, Node value, Location keyOrigin) {
    Map<String, Location> places = new HashMap<>(keyOrigins);
    places.put(key, keyOrigin);
    return new MapNode(with(key, value).entries, places, origin);
  }

  /** This map without a key. */
  public MapNode without(String key) {
    if (!entries.containsKey(key)) {
      return this;
    }
    Map<String, Node> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new MapNode(Collections.unmodifiableMap(changed), keyOrigins, origin);
  }

  @Override
  public MapNode withOrigin(Location place) {
    return new MapNode(entries, keyOrigins, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MapNode that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return JsonWriter.write(this);
  }

  /** Puts a map together, key by key. */
  public static final class Builder {
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Location> keyOrigins = new HashMap<>();

    private Builder() {}

    /** Sets a key that was written at a place; the last value of a key counts. */
    public Builder put(String key, Node value, Location keyOrigin) {
      entries.put(key, value);
      if (keyOrigin.isKnown()) {
        keyOrigins.put(key, keyOrigin);
      }
      return this;
    }

    /** The map so far, written at a place. */
    public MapNode build(Location origin) {
      return new MapNode(
          Collections.unmodifiableMap(new LinkedHashMap<>(entries)),
          Map.copyOf(keyOrigins),
          origin);
    }
  }
}
