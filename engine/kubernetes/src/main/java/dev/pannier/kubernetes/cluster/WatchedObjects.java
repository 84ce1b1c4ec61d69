package dev.pannier.kubernetes.cluster;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of a kind in a namespace, as a watch tells of them. Safe for several threads. */
final class WatchedObjects {

  private final Signal signal;
  private Map<Key, MapNode> objects = new LinkedHashMap<>();
  private @Nullable ChartException failure;

  private record Key(String namespace, String name) {}

  WatchedObjects(Signal signal) {
    this.signal = signal;
  }

  private static Key key(MapNode object) {
    MapNode metadata = object.map("metadata");
    return new Key(metadata.text("namespace").orElse(""), metadata.text("name").orElse(""));
  }

  /** All that is there, anew. */
  void replace(List<MapNode> all) {
    Map<Key, MapNode> fresh = new LinkedHashMap<>();
    all.forEach(object -> fresh.put(key(object), object));
    synchronized (this) {
      objects = fresh;
      failure = null;
    }
    signal.changed();
  }

  /** One is there, new or changed. */
  void put(MapNode object) {
    synchronized (this) {
      objects.put(key(object), object);
    }
    signal.changed();
  }

  /** One is there no more. */
  void remove(MapNode object) {
    synchronized (this) {
      objects.remove(key(object));
    }
    signal.changed();
  }

  /** It is not known any more what is there; told to whoever looks. */
  void failed(ChartException why) {
    synchronized (this) {
      failure = why;
    }
    signal.changed();
  }

  /** One of them; null where it is not there. */
  synchronized @Nullable MapNode get(String namespace, String name) {
    check();
    return objects.get(new Key(namespace, name));
  }

  synchronized List<MapNode> all() {
    check();
    return new ArrayList<>(objects.values());
  }

  private void check() {
    ChartException why = failure;
    if (why != null) {
      throw new ChartException(why.reason(), why.problems(), why);
    }
  }
}
