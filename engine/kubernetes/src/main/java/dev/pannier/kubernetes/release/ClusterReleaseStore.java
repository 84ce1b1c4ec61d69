package dev.pannier.kubernetes.release;

import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiServer;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps records where Helm does, in Secrets or ConfigMaps of the release's namespace, in Helm's
 * format: each of the two tools works with what the other recorded.
 */
public final class ClusterReleaseStore implements ReleaseStore {

  private final RecordKind kind;
  private final Clock clock;
  private final RandomGenerator random;
  private final StoredObjects objects;
  private final RecordFormat format;
  private final RecordPages pages;
  private final PartSweep parts;
  private final Leases leases;

  /**
   * A store in a cluster.
   *
   * @param server which cluster
   * @param kind what records are kept in
   * @param clock what tells the time
   * @param pause what lets time pass while the lease of somebody who may have died is watched
   * @param random what holds are told apart by
   */
  public ClusterReleaseStore(
      ApiServer server, RecordKind kind, Clock clock, Pause pause, RandomGenerator random) {
    this(server, kind, clock, pause, random, Machine.here());
  }

  ClusterReleaseStore(
      ApiServer server,
      RecordKind kind,
      Clock clock,
      Pause pause,
      RandomGenerator random,
      Machine machine) {
    this.kind = kind;
    this.clock = clock;
    this.random = random;
    this.objects = new StoredObjects(server);
    this.format = new RecordFormat(kind);
    this.pages = new RecordPages(server, kind);
    this.parts = new PartSweep(objects, pages, kind);
    this.leases = new Leases(objects, clock, pause, random, machine);
  }

  @Override
  public ReleaseLock lock(ReleaseId id, LockHolder holder) {
    return leases.take(id, holder);
  }

  @Override
  public Optional<LockHolder> holder(ReleaseId id) {
    return leases.holder(id);
  }

  @Override
  public History history(ReleaseId id) {
    HistoryReader reader = new HistoryReader(kind);
    pages.read(HistoryReader.query(id), reader::begin, reader::take);
    parts.saw(id, reader.hasParts());
    return reader.history();
  }

  @Override
  public ReleaseList list(String namespace) {
    ListReader reader = new ListReader(kind);
    pages.read(ListReader.query(namespace), reader::begin, reader::take);
    return reader.list();
  }

  @Override
  public Release create(Release release) {
    return store(release.storedAs(""), RecordLabels.CREATED)
        .orElseThrow(() -> Refusals.exists(release));
  }

  @Override
  public Release update(Release release) {
    if (release.storeVersion().isEmpty()) {
      throw Refusals.changed(release);
    }
    return store(release, RecordLabels.MODIFIED).orElseThrow(() -> Refusals.changed(release));
  }

  /** Writes a record, its parts first; empty where it is not as it must be. */
  private Optional<Release> store(Release release, String occasion) {
    String packed = HelmRecord.pack(release);
    Optional<RecordParts> cut = RecordFormat.parts(packed);
    cut.ifPresent(these -> these.parts().forEach((name, text) -> writePart(release, name, text)));
    MapNode object = format.record(release, packed, cut, occasion, clock.instant());
    Optional<MapNode> stored = write(release, object);
    parts.afterWrite(release.id(), cut.isPresent());
    return stored.map(there -> release.storedAs(StoredObjects.version(there)));
  }

  private Optional<MapNode> write(Release release, MapNode object) {
    ReleaseId id = release.id();
    String path = kind.path(id.namespace(), RecordFormat.name(id, release.revision()));
    StoredObjects.Write write =
        new StoredObjects.Write(
            release.storeVersion().isEmpty()
                ? ApiRequest.post(kind.collection(id.namespace()), object)
                : ApiRequest.put(path, object),
            path,
            there -> there.map("data").equals(object.map("data")),
            aim("write", id));
    return release.storeVersion().isEmpty()
        ? objects.create(write)
        : objects.replace(write, release.storeVersion());
  }

  /** One that is there already has the same content, as its name says. */
  private void writePart(Release release, String part, String text) {
    ReleaseId id = release.id();
    MapNode object = format.part(release, part, text);
    String record = RecordFormat.name(id, release.revision());
    objects.create(
        new StoredObjects.Write(
            ApiRequest.post(kind.collection(id.namespace()), object),
            kind.path(id.namespace(), RecordFormat.partName(record, part)),
            _ -> true,
            aim("write", id)));
  }

  @Override
  public void delete(ReleaseId id, int revision) {
    String path = kind.path(id.namespace(), RecordFormat.name(id, revision));
    objects.delete(path, "", aim("delete", id));
    parts.afterWrite(id, false);
  }

  @Override
  public Journal journal(ReleaseId id) {
    return new JournalObject(objects, kind, random, id).read();
  }

  @Override
  public Journal write(ReleaseId id, Journal journal) {
    return new JournalObject(objects, kind, random, id).write(journal);
  }

  private String aim(String verb, ReleaseId id) {
    return "%s %s in namespace `%s`, where release `%s` is recorded"
        .formatted(verb, kind.plural(), id.namespace(), id.name());
  }
}
