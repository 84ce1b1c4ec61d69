package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes away parts of records that no record names any more: what an earlier state of a record had,
 * what a deleted one had, and what a crash left between the parts and their record. Only called
 * with a release in hold: nobody else is between the two then.
 */
final class PartSweep {

  private final StoredObjects objects;
  private final RecordPages pages;
  private final RecordKind kind;

  /** Whether there are parts, of releases of which that is known. */
  private final Map<ReleaseId, Boolean> known = new ConcurrentHashMap<>();

  PartSweep(StoredObjects objects, RecordPages pages, RecordKind kind) {
    this.objects = objects;
    this.pages = pages;
    this.kind = kind;
  }

  /** Of a release of which all objects were read. */
  void saw(ReleaseId id, boolean hasParts) {
    known.put(id, hasParts);
  }

  /** After a record was written or deleted. */
  void afterWrite(ReleaseId id, boolean hasParts) {
    if (hasParts || known.getOrDefault(id, true)) {
      known.put(id, sweep(id));
    }
  }

  /** Whether parts are left. */
  private boolean sweep(ReleaseId id) {
    List<MapNode> all = pages.metadata(HistoryReader.query(id));
    Set<String> named = new HashSet<>();
    for (MapNode each : all) {
      for (String part : HistoryReader.partsOf(each)) {
        named.add(RecordFormat.partName(name(each), part));
      }
    }
    for (MapNode each : all) {
      if (HistoryReader.isPart(each) && !named.contains(name(each))) {
        objects.delete(
            kind.path(id.namespace(), name(each)),
            "",
            "delete " + kind.plural() + " in namespace `" + id.namespace() + "`");
      }
    }
    return !named.isEmpty();
  }

  private static String name(MapNode object) {
    return object.map("metadata").text("name").orElse("");
  }
}
