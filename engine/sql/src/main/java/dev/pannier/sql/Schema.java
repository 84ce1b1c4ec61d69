package dev.pannier.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables. Helm's are made as Helm makes them (pkg/storage/driver/sql.go) and entered into the
 * table of its migrations, so that it finds nothing to do; ours follow its example in who may do
 * what.
 */
final class Schema {

  /** Holds off others who set up the same database at the same moment. */
  private static final long SETUP = 0x70616e6e69657200L;

  private static final String MIGRATIONS =
      """
      CREATE TABLE IF NOT EXISTS gorp_migrations (
        id TEXT NOT NULL PRIMARY KEY,
        applied_at TIMESTAMP WITH TIME ZONE
      )
      """;

  private static final String RELEASES =
      """
      CREATE TABLE releases_v1 (
        key VARCHAR(90),
        type VARCHAR(64) NOT NULL,
        body TEXT NOT NULL,
        name VARCHAR(64) NOT NULL,
        namespace VARCHAR(64) NOT NULL,
        version INTEGER NOT NULL,
        status TEXT NOT NULL,
        owner TEXT NOT NULL,
        createdAt INTEGER NOT NULL,
        modifiedAt INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY(key, namespace)
      );
      CREATE INDEX ON releases_v1 (key, namespace);
      CREATE INDEX ON releases_v1 (version);
      CREATE INDEX ON releases_v1 (status);
      CREATE INDEX ON releases_v1 (owner);
      CREATE INDEX ON releases_v1 (createdAt);
      CREATE INDEX ON releases_v1 (modifiedAt);
      GRANT ALL ON releases_v1 TO PUBLIC;
      ALTER TABLE releases_v1 ENABLE ROW LEVEL SECURITY;
      """;

  private static final String LABELS =
      """
      CREATE TABLE custom_labels_v1 (
        releaseKey VARCHAR(64),
        releaseNamespace VARCHAR(67),
        key VARCHAR(317),
        value VARCHAR(63)
      );
      CREATE INDEX ON custom_labels_v1 (releaseKey, releaseNamespace);
      GRANT ALL ON custom_labels_v1 TO PUBLIC;
      ALTER TABLE custom_labels_v1 ENABLE ROW LEVEL SECURITY;
      """;

  private static final String OURS =
      """
      CREATE TABLE pannier_journals_v1 (
        namespace VARCHAR(64) NOT NULL,
        name VARCHAR(64) NOT NULL,
        journal TEXT NOT NULL,
        version VARCHAR(32) NOT NULL,
        PRIMARY KEY(namespace, name)
      );
      CREATE TABLE pannier_holders_v1 (
        namespace VARCHAR(64) NOT NULL,
        name VARCHAR(64) NOT NULL,
        holder TEXT NOT NULL,
        PRIMARY KEY(namespace, name)
      );
      GRANT ALL ON pannier_journals_v1, pannier_holders_v1 TO PUBLIC;
      ALTER TABLE pannier_journals_v1 ENABLE ROW LEVEL SECURITY;
      ALTER TABLE pannier_holders_v1 ENABLE ROW LEVEL SECURITY;
      """;

  private Schema() {}

  /** Makes what is missing. Nothing is asked of a user's rights where nothing is. */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (has(statement, "releases_v1")
          && has(statement, "custom_labels_v1")
          && has(statement, "pannier_holders_v1")) {
        return;
      }
      statement.execute("SELECT pg_advisory_xact_lock(" + SETUP + ")");
      statement.execute(MIGRATIONS);
      migrate(statement, "releases_v1", RELEASES, "init");
      migrate(statement, "custom_labels_v1", LABELS, "custom_labels");
      if (!has(statement, "pannier_holders_v1")) {
        statement.execute(OURS);
      }
    }
  }

  private static void migrate(Statement statement, String table, String sql, String id)
      throws SQLException {
    if (!has(statement, table)) {
      statement.execute(sql);
      statement.execute(
          "INSERT INTO gorp_migrations VALUES ('" + id + "', now()) ON CONFLICT DO NOTHING");
    }
  }

  private static boolean has(Statement statement, String table) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
