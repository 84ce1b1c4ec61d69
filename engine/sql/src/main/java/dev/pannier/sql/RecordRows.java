package dev.pannier.sql;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.BrokenRecord;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.History;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseList;
import dev.pannier.engine.release.ReleaseSummary;
import dev.pannier.engine.release.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records as rows. A row's state is known by {@code xmin}, the transaction that wrote it, which
 * tells a change by anybody, Helm too.
 */
final class RecordRows {

  private static final String TYPE = "helm.sh/release.v1";

  /** Rows that are in memory at a time. */
  private static final int BATCH = 50;

  private final Connection connection;

  RecordRows(Connection connection) {
    this.connection = connection;
  }

  private static String key(ReleaseId id, int revision) {
    return "sh.helm.release.v1." + id.name() + ".v" + revision;
  }

  /** Adds a record; empty when another one is there. */
  Optional<Release> insert(Release release, long now) throws SQLException {
    String body = HelmRecord.pack(release);
    String sql =
        """
        INSERT INTO releases_v1
          (key, type, body, name, namespace, version, status, owner, createdAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'helm', ?)
        ON CONFLICT DO NOTHING
        RETURNING xmin::text
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key(release.id(), release.revision()));
      statement.setString(2, TYPE);
      statement.setString(3, body);
      statement.setString(4, release.name());
      statement.setString(5, release.namespace());
      statement.setInt(6, release.revision());
      statement.setString(7, release.status().word());
      statement.setLong(8, now);
      Optional<Release> stored = stored(statement, release, body);
      if (stored.isPresent()) {
        writeLabels(release);
      }
      return stored;
    }
  }

  /** Replaces a record that still is as it was; empty when it is not. */
  Optional<Release> update(Release release, long now) throws SQLException {
    String body = HelmRecord.pack(release);
    String sql =
        """
        UPDATE releases_v1 SET body = ?, status = ?, modifiedAt = ?
        WHERE key = ? AND namespace = ? AND xmin::text = ?
        RETURNING xmin::text
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, body);
      statement.setString(2, release.status().word());
      statement.setLong(3, now);
      statement.setString(4, key(release.id(), release.revision()));
      statement.setString(5, release.namespace());
      statement.setString(6, release.storeVersion());
      Optional<Release> stored = stored(statement, release, body);
      if (stored.isPresent()) {
        writeLabels(release);
      }
      return stored;
    }
  }

  /** What a write left, or an earlier attempt of it whose answer was lost. */
  private Optional<Release> stored(PreparedStatement statement, Release release, String body)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        return Optional.of(release.storedAs(rows.getString(1)));
      }
    }
    String sql = "SELECT xmin::text FROM releases_v1 WHERE key = ? AND namespace = ? AND body = ?";
    try (PreparedStatement same = connection.prepareStatement(sql)) {
      same.setString(1, key(release.id(), release.revision()));
      same.setString(2, release.namespace());
      same.setString(3, body);
      try (ResultSet rows = same.executeQuery()) {
        return rows.next() ? Optional.of(release.storedAs(rows.getString(1))) : Optional.empty();
      }
    }
  }

  private void writeLabels(Release release) throws SQLException {
    deleteLabels(release.id(), release.revision());
    String sql = "INSERT INTO custom_labels_v1 VALUES (?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Map.Entry<String, String> label : release.labels().entrySet()) {
        statement.setString(1, key(release.id(), release.revision()));
        statement.setString(2, release.namespace());
        statement.setString(3, label.getKey());
        statement.setString(4, label.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void deleteLabels(ReleaseId id, int revision) throws SQLException {
    execute(
        "DELETE FROM custom_labels_v1 WHERE releaseKey = ? AND releaseNamespace = ?", id, revision);
  }

  void delete(ReleaseId id, int revision) throws SQLException {
    execute("DELETE FROM releases_v1 WHERE key = ? AND namespace = ?", id, revision);
    deleteLabels(id, revision);
  }

  private void execute(String sql, ReleaseId id, int revision) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key(id, revision));
      statement.setString(2, id.namespace());
      statement.executeUpdate();
    }
  }

  History history(ReleaseId id) throws SQLException {
    String sql =
        """
        SELECT key, namespace, body, version, status, xmin::text FROM releases_v1
        WHERE owner = 'helm' AND namespace = ? AND name = ?
        """;
    Map<String, Map<String, String>> labels = labels(id.namespace());
    List<Release> releases = new ArrayList<>();
    List<BrokenRecord> broken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.namespace());
      statement.setString(2, id.name().value());
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          try {
            releases.add(
                HelmRecord.unpack(
                    describe(rows), rows.getString(3), own(labels, rows), rows.getString(6)));
          } catch (ChartException e) {
            Status status = Status.of(rows.getString(5));
            broken.add(new BrokenRecord(rows.getInt(4), status, e.problems().getFirst()));
          }
        }
      }
    }
    return History.of(releases, broken);
  }

  ReleaseList list(String namespace) throws SQLException {
    String sql =
        """
        SELECT DISTINCT ON (namespace, name) key, namespace, body FROM releases_v1
        WHERE owner = 'helm' AND (namespace = ? OR ? = '')
        ORDER BY namespace, name, version DESC
        """;
    Map<String, Map<String, String>> labels = labels(namespace);
    List<ReleaseSummary> releases = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, namespace);
      statement.setString(2, namespace);
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          try {
            releases.add(HelmRecord.summary(describe(rows), rows.getString(3), own(labels, rows)));
          } catch (ChartException e) {
            problems.add(e.problems().getFirst().asWarning());
          }
        }
      }
    }
    return new ReleaseList(releases, problems);
  }

  private static String describe(ResultSet rows) throws SQLException {
    return "Row " + rows.getString(2) + "/" + rows.getString(1) + " of releases_v1";
  }

  private static Map<String, String> own(Map<String, Map<String, String>> labels, ResultSet rows)
      throws SQLException {
    return labels.getOrDefault(rows.getString(2) + "/" + rows.getString(1), Map.of());
  }

  /** The users' labels of all records, by namespace and key. */
  private Map<String, Map<String, String>> labels(String namespace) throws SQLException {
    String sql =
        """
        SELECT releaseNamespace, releaseKey, key, value FROM custom_labels_v1
        WHERE releaseNamespace = ? OR ? = ''
        """;
    Map<String, Map<String, String>> labels = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, namespace);
      statement.setString(2, namespace);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          labels
              .computeIfAbsent(rows.getString(1) + "/" + rows.getString(2), _ -> new TreeMap<>())
              .put(rows.getString(3), rows.getString(4));
        }
      }
    }
    return labels;
  }
}
