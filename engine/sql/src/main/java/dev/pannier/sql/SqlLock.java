package dev.pannier.sql;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.JournalRecord;
import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A release held by an advisory lock of a transaction that stays open over a connection of its own:
 * the server gives it back when the process ends or its machine is lost, and also where a pool of
 * connections stands in between. Who holds it stands in a table, and counts only while the lock is
 * held.
 */
final class SqlLock implements ReleaseLock {

  /** A lost machine is noticed in half a minute, and a transaction that waits is not ended. */
  private static final String SETTINGS =
      "SET LOCAL tcp_keepalives_idle = 10; SET LOCAL tcp_keepalives_interval = 5;"
          + " SET LOCAL tcp_keepalives_count = 4;"
          + " SET LOCAL idle_in_transaction_session_timeout = 0";

  private final Database database;
  private final Connection connection;
  private final ReleaseId id;

  private SqlLock(Database database, Connection connection, ReleaseId id) {
    this.database = database;
    this.connection = connection;
    this.id = id;
  }

  static SqlLock take(Database database, ReleaseId id, LockHolder holder) {
    // makes the tables where they are missing, too
    Optional<LockHolder> other = database.run(used -> named(used, id));
    try {
      Connection own = database.connect();
      try {
        if (!tryLock(own, id, "")) {
          throw Refusals.busy(id, other.map(LockHolder::toString).orElse("another command"));
        }
        try (Statement statement = own.createStatement()) {
          statement.execute(SETTINGS);
        }
        database.run(used -> name(used, id, holder));
        return new SqlLock(database, own, id);
      } catch (SQLException | RuntimeException e) {
        own.close();
        throw e;
      }
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  /** Who holds a release; a name without its lock is one that a crash left. */
  static Optional<LockHolder> holder(Connection connection, ReleaseId id) throws SQLException {
    Optional<LockHolder> named = named(connection, id);
    return named.isEmpty() || tryLock(connection, id, "_shared") ? Optional.empty() : named;
  }

  private static boolean tryLock(Connection connection, ReleaseId id, String shared)
      throws SQLException {
    String sql = "SELECT pg_try_advisory_xact_lock" + shared + "(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number(id));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** The number that stands for a release among the locks of the database. */
  private static long number(ReleaseId id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("pannier release " + id).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static Optional<LockHolder> named(Connection connection, ReleaseId id)
      throws SQLException {
    String sql = "SELECT holder FROM pannier_holders_v1 WHERE namespace = ? AND name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.namespace());
      statement.setString(2, id.name().value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
                && JsonReader.read(new Source("holder", rows.getString(1))) instanceof MapNode map
            ? Optional.of(JournalRecord.readHolder(map))
            : Optional.empty();
      }
    }
  }

  private static int name(Connection connection, ReleaseId id, LockHolder holder)
      throws SQLException {
    String sql =
        """
        INSERT INTO pannier_holders_v1 (namespace, name, holder) VALUES (?, ?, ?)
        ON CONFLICT (namespace, name) DO UPDATE SET holder = EXCLUDED.holder
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.namespace());
      statement.setString(2, id.name().value());
      statement.setString(3, JsonWriter.write(JournalRecord.write(holder)));
      return statement.executeUpdate();
    }
  }

  private static int unname(Connection connection, ReleaseId id) throws SQLException {
    String sql = "DELETE FROM pannier_holders_v1 WHERE namespace = ? AND name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.namespace());
      statement.setString(2, id.name().value());
      return statement.executeUpdate();
    }
  }

  /** The lock lives exactly as long as the transaction. */
  @Override
  public void ensureHeld() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    } catch (SQLException e) {
      throw Refusals.lost(id, "its connection to the database broke");
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!connection.isClosed()) {
        database.run(used -> unname(used, id));
        connection.rollback();
      }
    } catch (SQLException _) {
      // the server gives back the lock of a connection that is gone
    }
  }
}
