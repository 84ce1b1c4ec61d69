package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Revisions as objects of a cluster. */
final class RecordFormat {

  static final String DATA = "release";

  /** Where the index of a cut record stands; Helm drops it when it writes the record anew. */
  static final String PARTS = "pannier.dev/parts";

  /**
   * What is told of a record whose manifest alone is too large: under a key that Helm does not
   * read, because to Helm a release without a manifest is one with nothing to delete.
   */
  static final String OUTLINE = "outline";

  private static final String TYPE = "helm.sh/release.v1";
  private static final String PART_TYPE = "pannier.dev/chunk";
  private static final String PREFIX = "sh.helm.release.v1.";

  /** The sum of all texts in one object. */
  private static final int LARGEST_OBJECT = 1 << 20;

  private final RecordKind kind;

  RecordFormat(RecordKind kind) {
    this.kind = kind;
  }

  /** {@code sh.helm.release.v1.web.v3}. */
  static String name(ReleaseId id, int revision) {
    return PREFIX + id.name() + ".v" + revision;
  }

  static String partName(String record, String part) {
    return record + ".c" + part;
  }

  /** The parts that a packed record must be cut into; none where it fits. */
  static Optional<RecordParts> parts(String packed) {
    return packed.length() <= LARGEST_OBJECT
        ? Optional.empty()
        : Optional.of(RecordParts.cut(packed));
  }

  /** The object that Helm looks at. */
  MapNode record(
      Release release, String packed, Optional<RecordParts> parts, String occasion, Instant now) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name(release.id(), release.revision()));
    metadata.put("namespace", release.namespace());
    metadata.put("labels", RecordLabels.of(release, occasion, now));
    parts.ifPresent(cut -> metadata.put("annotations", Map.of(PARTS, cut.index())));
    if (!release.storeVersion().isEmpty()) {
      metadata.put("resourceVersion", release.storeVersion());
    }
    MapNode head = (MapNode) Node.of(metadata);
    return parts.isEmpty() ? kind.object(head, TYPE, DATA, packed) : reduced(head, release);
  }

  /** What fits of a cut record: without the chart's files, which Helm needs for nothing here. */
  private MapNode reduced(MapNode metadata, Release release) {
    String packed = HelmRecord.pack(release.withoutSources());
    return packed.length() <= RecordParts.LARGEST
        ? kind.object(metadata, TYPE, DATA, packed)
        : kind.object(metadata, TYPE, OUTLINE, HelmRecord.pack(release.outline()));
  }

  /** An object that holds a part of a record. */
  MapNode part(Release release, String part, String text) {
    String record = name(release.id(), release.revision());
    Map<String, String> labels =
        Map.of(
            RecordLabels.NAME, release.name(),
            RecordLabels.OWNER, RecordLabels.PANNIER,
            RecordLabels.VERSION, Integer.toString(release.revision()));
    MapNode metadata =
        (MapNode)
            Node.of(
                Map.of(
                    "name", partName(record, part),
                    "namespace", release.namespace(),
                    "labels", labels));
    return kind.object(metadata, PART_TYPE, DATA, text);
  }
}
