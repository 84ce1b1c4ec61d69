package dev.pannier.engine.manifest.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one release of Kubernetes. A type is decoded when somebody asks for it, so that a
 * chart pays for its own kinds only. Safe for threads.
 */
final class Catalog implements TypeSource {

  private final SchemaText text;
  private final KubeVersion version;
  private final Map<String, KindEntry> kinds = new LinkedHashMap<>();
  private final List<KindEntry> others = new ArrayList<>();
  private final ConcurrentHashMap<String, StructType> types = new ConcurrentHashMap<>();

  Catalog(SchemaText text, KubeVersion version) {
    this.text = text;
    this.version = version;
    for (KindEntry entry : KindEntry.readAll(text.kinds())) {
      if (entry.span().has(version)) {
        kinds.put(entry.apiVersion() + " " + entry.kind(), entry);
      } else {
        others.add(entry);
      }
    }
  }

  KubeVersion version() {
    return version;
  }

  /** All kinds of this release, by API version and kind. */
  Iterable<KindEntry> kinds() {
    return Collections.unmodifiableCollection(kinds.values());
  }

  /** The kinds of earlier and later releases. */
  List<KindEntry> others() {
    return Collections.unmodifiableList(others);
  }

  @Nullable KindEntry kind(String apiVersion, String kind) {
    return kinds.get(apiVersion + " " + kind);
  }

  @Override
  public StructType type(String name) {
    StructType known = types.get(name);
    return known != null ? known : types.computeIfAbsent(name, this::decode);
  }

  private StructType decode(String name) {
    String block = text.type(name);
    if (block == null) {
      throw new IllegalStateException("no type of this name in the schemas: " + name);
    }
    return StructType.read(block, version);
  }
}
