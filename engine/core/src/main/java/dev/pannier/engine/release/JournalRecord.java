package dev.pannier.engine.release;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The journal as JSON, and who holds a release. Ours alone: Helm never sees it. */
public final class JournalRecord {

  private JournalRecord() {}

  /** A journal as a JSON object. */
  public static MapNode write(Journal journal) {
    Fields fields = new Fields();
    journal.operation().ifPresent(operation -> fields.put("operation", write(operation)));
    fields.put("touched", journal.touched().stream().map(JournalRecord::write).toList());
    return fields.map();
  }

  /**
   * A journal of a JSON object.
   *
   * @param storeVersion what the store knows this state of it by
   */
  public static Journal read(MapNode journal, String storeVersion) {
    List<Journal.Touched> touched = new ArrayList<>();
    for (MapNode row : Fields.maps(journal, "touched")) {
      touched.add(readTouched(row));
    }
    Optional<Operation> operation =
        journal.has("operation")
            ? Optional.of(readOperation(journal.map("operation")))
            : Optional.empty();
    return new Journal(operation, touched, storeVersion);
  }

  private static MapNode write(Operation operation) {
    return new Fields()
        .put("id", operation.id())
        .put("verb", operation.verb().word())
        .put("revision", operation.revision())
        .put("phase", operation.phase().name().toLowerCase(Locale.ROOT))
        .put("atomic", operation.terms().atomic())
        .put("restoring", operation.terms().restoring())
        .put("noHooks", operation.terms().noHooks())
        .put("keepHistory", operation.terms().keepHistory())
        .putUnlessEmpty("inputs", operation.inputs())
        .put("started", operation.started().toString())
        .put("holder", write(operation.holder()))
        .put("hooksDone", new TreeSet<>(operation.hooksDone()))
        .map();
  }

  private static Operation readOperation(MapNode data) {
    LockHolder holder = readHolder(data.map("holder"));
    return new Operation(
        Fields.text(data, "id"),
        Verb.of(Fields.text(data, "verb")),
        Fields.number(data, "revision"),
        Operation.Phase.valueOf(Fields.text(data, "phase").toUpperCase(Locale.ROOT)),
        new Operation.Terms(
            Fields.truth(data, "atomic"),
            Fields.truth(data, "restoring"),
            Fields.truth(data, "noHooks"),
            Fields.truth(data, "keepHistory")),
        Fields.text(data, "inputs"),
        Fields.time(data, "started").orElse(holder.since()),
        holder,
        Set.copyOf(Fields.texts(data, "hooksDone")));
  }

  /** A holder as a JSON object. */
  public static MapNode write(LockHolder holder) {
    return new Fields()
        .put("host", holder.host())
        .put("process", holder.process())
        .put("command", holder.command())
        .put("since", holder.since().toString())
        .map();
  }

  /** A holder of a JSON object. */
  public static LockHolder readHolder(MapNode data) {
    return new LockHolder(
        Fields.text(data, "host"),
        Fields.number(data, "process"),
        Fields.text(data, "command"),
        Fields.time(data, "since").orElse(Instant.EPOCH));
  }

  private static MapNode write(Journal.Touched touched) {
    ResourceId id = touched.id();
    return new Fields()
        .put("apiVersion", id.apiVersion())
        .put("kind", id.kind())
        .putUnlessEmpty("namespace", id.namespace())
        .put("name", id.name())
        .put("found", touched.found().name().toLowerCase(Locale.ROOT))
        .map();
  }

  private static Journal.Touched readTouched(MapNode row) {
    return new Journal.Touched(
        new ResourceId(
            Fields.text(row, "apiVersion"),
            Fields.text(row, "kind"),
            Fields.text(row, "namespace"),
            Fields.text(row, "name")),
        Journal.Found.valueOf(Fields.text(row, "found").toUpperCase(Locale.ROOT)));
  }
}
