package dev.pannier.sql;

import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keeps records in PostgreSQL, in the tables of Helm's SQL driver. */
public final class SqlReleaseStore implements ReleaseStore {

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * A store in a database. It is reached, and its tables are made, when it is first used.
   *
   * @param connection where the database is, as {@code HELM_DRIVER_SQL_CONNECTION_STRING} says it
   * @param environment the variables of this process: {@code PGPASSWORD} and its like
   * @param clock what tells the time
   * @param random what writes are told apart by
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when the connection string
   *     cannot be read
   */
  public SqlReleaseStore(
      String connection, Map<String, String> environment, Clock clock, RandomGenerator random) {
    this.database = new Database(ConnectionString.of(connection, environment));
    this.clock = clock;
    this.random = random;
  }

  @Override
  public ReleaseLock lock(ReleaseId id, LockHolder holder) {
    return SqlLock.take(database, id, holder);
  }

  @Override
  public Optional<LockHolder> holder(ReleaseId id) {
    return database.run(connection -> SqlLock.holder(connection, id));
  }

  @Override
  public History history(ReleaseId id) {
    return database.run(connection -> new RecordRows(connection).history(id));
  }

  @Override
  public ReleaseList list(String namespace) {
    return database.run(connection -> new RecordRows(connection).list(namespace));
  }

  @Override
  public Release create(Release release) {
    return database
        .run(connection -> new RecordRows(connection).insert(release, now()))
        .orElseThrow(() -> Refusals.exists(release));
  }

  @Override
  public Release update(Release release) {
    return database
        .run(connection -> new RecordRows(connection).update(release, now()))
        .orElseThrow(() -> Refusals.changed(release));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  @Override
  public void delete(ReleaseId id, int revision) {
    database.run(connection -> {
      new RecordRows(connection).delete(id, revision);
      return id;
    });
  }

  @Override
  public Journal journal(ReleaseId id) {
    return database.run(connection -> new JournalRows(connection, id).read());
  }

  @Override
  public Journal write(ReleaseId id, Journal journal) {
    String mark = Long.toHexString(random.nextLong());
    return database.run(connection -> new JournalRows(connection, id).write(journal, mark));
  }

  @Override
  public void close() {
    database.close();
  }
}
