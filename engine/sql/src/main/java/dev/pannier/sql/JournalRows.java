package dev.pannier.sql;

import dev.pannier.engine.problem.Source;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.JournalRecord;
import dev.pannier.engine.release.Refusals;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Journals as rows, each write with a mark of its own. */
final class JournalRows {

  private final Connection connection;
  private final ReleaseId id;

  JournalRows(Connection connection, ReleaseId id) {
    this.connection = connection;
    this.id = id;
  }

  Journal read() throws SQLException {
    return row().map(JournalRows::journal).orElse(Journal.EMPTY);
  }

  private static Journal journal(Row row) {
    return JsonReader.read(new Source("journal", row.text())) instanceof MapNode map
        ? JournalRecord.read(map, row.version())
        : Journal.EMPTY;
  }

  private record Row(String text, String version) {}

  private Optional<Row> row() throws SQLException {
    String sql =
        "SELECT journal, version FROM pannier_journals_v1 WHERE namespace = ? AND name = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id.namespace());
      statement.setString(2, id.name().value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Row(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    }
  }

  /**
   * Replaces a journal.
   *
   * @param mark of this write
   */
  Journal write(Journal journal, String mark) throws SQLException {
    if (journal.isEmpty()) {
      return remove(journal);
    }
    Journal next = journal.storedAs(mark);
    int changed =
        journal.storeVersion().isEmpty() ? insert(next) : update(next, journal.storeVersion());
    if (changed == 0 && row().filter(row -> row.version().equals(mark)).isEmpty()) {
      throw Refusals.journalChanged(id);
    }
    return next;
  }

  private int insert(Journal next) throws SQLException {
    return execute(
        """
        INSERT INTO pannier_journals_v1 (journal, version, namespace, name) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        text(next),
        next.storeVersion(),
        id.namespace(),
        id.name().value());
  }

  private int update(Journal next, String version) throws SQLException {
    return execute(
        """
        UPDATE pannier_journals_v1 SET journal = ?, version = ?
        WHERE namespace = ? AND name = ? AND version = ?
        """,
        text(next),
        next.storeVersion(),
        id.namespace(),
        id.name().value(),
        version);
  }

  private Journal remove(Journal journal) throws SQLException {
    int changed =
        execute(
            "DELETE FROM pannier_journals_v1 WHERE namespace = ? AND name = ? AND version = ?",
            id.namespace(),
            id.name().value(),
            journal.storeVersion());
    if (changed == 0 && row().isPresent()) {
      throw Refusals.journalChanged(id);
    }
    return Journal.EMPTY;
  }

  private static String text(Journal journal) {
    return JsonWriter.write(JournalRecord.write(journal));
  }

  private int execute(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
