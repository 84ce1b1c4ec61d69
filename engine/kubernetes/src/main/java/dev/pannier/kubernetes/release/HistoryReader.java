package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.BrokenRecord;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.Status;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the history of a release of the objects that hold its records, and their parts. */
final class HistoryReader {

  private final RecordKind kind;
  private final List<Release> releases = new ArrayList<>();
  private final List<BrokenRecord> broken = new ArrayList<>();
  private final List<MapNode> cut = new ArrayList<>();
  private final Map<String, String> parts = new HashMap<>();

  HistoryReader(RecordKind kind) {
    this.kind = kind;
  }

  /** All objects of a release's records. */
  static RecordPages.Query query(ReleaseId id) {
    String selector =
        "%s=%s,%s in (%s,%s)"
            .formatted(
                RecordLabels.NAME,
                id.name(),
                RecordLabels.OWNER,
                RecordLabels.HELM,
                RecordLabels.PANNIER);
    return new RecordPages.Query(id.namespace(), selector);
  }

  void begin() {
    releases.clear();
    broken.clear();
    cut.clear();
    parts.clear();
  }

  void take(MapNode object) {
    if (isPart(object)) {
      parts.put(name(object), kind.text(object, RecordFormat.DATA));
    } else if (!partsOf(object).isEmpty()) {
      cut.add(object);
    } else {
      read(object, kind.text(object, RecordFormat.DATA));
    }
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  History history() {
    for (MapNode object : cut) {
      readCut(object);
    }
    cut.clear();
    return History.of(releases, broken);
  }

  private void readCut(MapNode object) {
    Map<String, String> own = new HashMap<>();
    for (String part : partsOf(object)) {
      String text = parts.get(RecordFormat.partName(name(object), part));
      if (text != null) {
        own.put(part, text);
      }
    }
    Optional<String> packed = RecordParts.join(index(object), own);
    // without a part, what Helm reads of it is still enough to go on with
    read(object, packed.orElseGet(() -> kind.text(object, RecordFormat.DATA)));
  }

  private void read(MapNode object, String packed) {
    try {
      releases.add(
          HelmRecord.unpack(
              describe(object), packed, RecordLabels.own(object), StoredObjects.version(object)));
    } catch (ChartException e) {
      Problem problem = e.problems().getFirst();
      Status status = Status.of(RecordLabels.get(object, RecordLabels.STATUS));
      broken.add(new BrokenRecord(RecordLabels.revision(object), status, problem));
    }
  }

  /** {@code Secret default/sh.helm.release.v1.web.v3}, for messages. */
  private String describe(MapNode object) {
    String namespace = object.map("metadata").text("namespace").orElse("");
    return kind.word() + " " + namespace + "/" + name(object);
  }

  static boolean isPart(MapNode object) {
    return RecordLabels.get(object, RecordLabels.OWNER).equals(RecordLabels.PANNIER);
  }

  /** The parts that a record is cut into; none where it is whole. */
  static List<String> partsOf(MapNode object) {
    return RecordParts.names(index(object));
  }

  private static String index(MapNode object) {
    return object.map("metadata").map("annotations").text(RecordFormat.PARTS).orElse("");
  }

  private static String name(MapNode object) {
    return object.map("metadata").text("name").orElse("");
  }
}
