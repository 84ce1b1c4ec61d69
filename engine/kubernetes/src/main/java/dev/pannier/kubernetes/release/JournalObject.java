package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.JournalRecord;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The journal of a release as an object beside its records. Each write names the state that it was
 * made from: whoever lost the release without noticing cannot write over what its next holder
 * wrote.
 */
final class JournalObject {

  private static final String TYPE = "pannier.dev/journal";
  private static final String DATA = "journal";

  /** Tells one write from any other, also of the same text. */
  private static final String WRITE = "pannier.dev/write";

  /** From here on it is packed; below, {@code kubectl} shows what it says. */
  private static final int LARGEST_PLAIN = 32 * 1024;

  private final StoredObjects objects;
  private final RecordKind kind;
  private final RandomGenerator random;
  private final ReleaseId id;

  JournalObject(StoredObjects objects, RecordKind kind, RandomGenerator random, ReleaseId id) {
    this.objects = objects;
    this.kind = kind;
    this.random = random;
    this.id = id;
  }

  /** What the lease and the journal of a release are called. */
  static String name(ReleaseId id) {
    return "dev.pannier.release." + id.name();
  }

  Journal read() {
    return objects.get(path(), aim("read")).map(this::journal).orElse(Journal.EMPTY);
  }

  private Journal journal(MapNode object) {
    try {
      String json = Packing.unpack(kind.text(object, DATA));
      if (JsonReader.read(new Source(name(id), json)) instanceof MapNode map) {
        return JournalRecord.read(map, StoredObjects.version(object));
      }
      throw broken(new IllegalArgumentException("not a JSON object"));
    } catch (ChartException | IllegalArgumentException e) {
      throw broken(e);
    }
  }

  private ChartException broken(RuntimeException cause) {
    return Problem.error(
            "release.broken-journal",
            "The journal of release `"
                + id.name()
                + "`, "
                + kind.word()
                + " `"
                + name(id)
                + "` in namespace `"
                + id.namespace()
                + "`, cannot be read.")
        .hint(
            "Somebody edited it. Take it back from a backup, or delete it: what an operation left"
                + " unfinished is then not known.")
        .exception(cause);
  }

  Journal write(Journal journal) {
    if (journal.isEmpty()) {
      return remove(journal);
    }
    String text = Packing.packIfLong(JsonWriter.write(JournalRecord.write(journal)), LARGEST_PLAIN);
    String mark = Long.toHexString(random.nextLong());
    MapNode object = kind.object(metadata(journal, mark), TYPE, DATA, text);
    StoredObjects.Write write =
        new StoredObjects.Write(
            journal.storeVersion().isEmpty()
                ? ApiRequest.post(kind.collection(id.namespace()), object)
                : ApiRequest.put(path(), object),
            path(),
            there -> mark.equals(mark(there)),
            aim("write"));
    Optional<MapNode> stored =
        journal.storeVersion().isEmpty()
            ? objects.create(write)
            : objects.replace(write, journal.storeVersion());
    return stored
        .map(there -> journal.storedAs(StoredObjects.version(there)))
        .orElseThrow(() -> Refusals.journalChanged(id));
  }

  private Journal remove(Journal journal) {
    if (!journal.storeVersion().isEmpty()
        && !objects.delete(path(), journal.storeVersion(), aim("delete"))) {
      throw Refusals.journalChanged(id);
    }
    return Journal.EMPTY;
  }

  private static String mark(MapNode object) {
    return object.map("metadata").map("annotations").text(WRITE).orElse("");
  }

  private MapNode metadata(Journal journal, String mark) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name(id));
    metadata.put("namespace", id.namespace());
    metadata.put("labels", labels(id));
    metadata.put("annotations", Map.of(WRITE, mark));
    if (!journal.storeVersion().isEmpty()) {
      metadata.put("resourceVersion", journal.storeVersion());
    }
    return (MapNode) Node.of(metadata);
  }

  /** What the lease and the journal of a release are labelled with. */
  static Map<String, String> labels(ReleaseId id) {
    return Map.of(
        "app.kubernetes.io/managed-by", "pannier", "pannier.dev/release", id.name().value());
  }

  private String path() {
    return kind.path(id.namespace(), name(id));
  }

  private String aim(String verb) {
    return verb
        + " "
        + kind.plural()
        + " in namespace `"
        + id.namespace()
        + "`, where the journal of release `"
        + id.name()
        + "` is";
  }
}
