package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A kind that a cluster serves, in one of its versions. */
record ServedKind(String apiVersion, String kind) {

  /** Each kind once, in its most stable version. */
  static Collection<ServedKind> of(Capabilities capabilities) {
    Map<String, ServedKind> kinds = new TreeMap<>();
    for (String each : capabilities.apiVersions()) {
      int slash = each.lastIndexOf('/');
      if (slash > 0 && Character.isUpperCase(each.charAt(slash + 1))) {
        ServedKind kind = new ServedKind(each.substring(0, slash), each.substring(slash + 1));
        kinds.merge(kind.group() + "/" + kind.kind(), kind, ServedKind::stabler);
      }
    }
    return kinds.values();
  }

  private String group() {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }

  private static ServedKind stabler(ServedKind a, ServedKind b) {
    if (isUnstable(a) != isUnstable(b)) {
      return isUnstable(a) ? b : a;
    }
    return a.apiVersion.compareTo(b.apiVersion) < 0 ? a : b;
  }

  private static boolean isUnstable(ServedKind kind) {
    return kind.apiVersion.contains("alpha") || kind.apiVersion.contains("beta");
  }

  /** The id of an object of this kind. */
  ResourceId id(MapNode object) {
    MapNode metadata = object.map("metadata");
    return new ResourceId(
        apiVersion, kind, metadata.text("namespace").orElse(""), metadata.text("name").orElse(""));
  }
}
