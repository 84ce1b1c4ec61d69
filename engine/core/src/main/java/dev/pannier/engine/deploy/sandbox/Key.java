package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Comparator;

/** What an object is known by, whatever version of its kind is spoken. */
record Key(String group, String kind, String namespace, String name) implements Comparable<Key> {

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::namespace)
          .thenComparing(Key::kind)
          .thenComparing(Key::group)
          .thenComparing(Key::name);

  static Key of(ResourceId id) {
    return new Key(id.group(), id.kind(), id.namespace(), id.name());
  }

  static Key of(MapNode object) {
    MapNode metadata = object.map("metadata");
    return of(
        new ResourceId(
            object.text("apiVersion").orElse(""),
            object.text("kind").orElse(""),
            metadata.text("namespace").orElse(""),
            metadata.text("name").orElse("")));
  }

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
