package dev.pannier.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.Journal;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import dev.pannier.engine.release.ReleaseLock;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.ReleaseStoreContract;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlReleaseStoreTest extends ReleaseStoreContract {

  private static final List<Journal.Touched> TOUCHED =
      List.of(
          new Journal.Touched(
              new ResourceId("v1", "ConfigMap", "default", "web"), Journal.Found.ABSENT));

  private final List<SqlReleaseStore> opened = new ArrayList<>();
  private Postgres postgres;
  private ReleaseStore store;

  @BeforeEach
  void empty() throws SQLException {
    postgres = Postgres.assumePresent();
    execute(
        "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC");
    store = sameAgain();
  }

  @AfterEach
  void close() {
    opened.forEach(SqlReleaseStore::close);
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=helm&sslmode=disable");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a query answers, fields by blanks and rows by line breaks. */
  private String ask(String sql) throws SQLException {
    StringBuilder answer = new StringBuilder();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answer.append(answer.isEmpty() ? "" : "\n");
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          answer.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
      }
    }
    return answer.toString();
  }

  @Override
  protected ReleaseStore store() {
    return store;
  }

  @Override
  protected ReleaseStore sameAgain() {
    return open(postgres.connectionString());
  }

  private ReleaseStore open(String connectionString) {
    SqlReleaseStore fresh =
        new SqlReleaseStore(
            connectionString, Map.of(), Clock.systemUTC(), RandomGenerator.getDefault());
    opened.add(fresh);
    return fresh;
  }

  @Test
  void rows_are_as_helm_writes_them() throws SQLException {
    Release created = store.create(Releases.rich(3, Status.PENDING_UPGRADE));
    store.update(created.with(Status.DEPLOYED, "done"));

    assertThat(ask("SELECT key, type, name, namespace, version, status, owner FROM releases_v1"))
        .isEqualTo("sh.helm.release.v1.web.v3 helm.sh/release.v1 web default 3 deployed helm");
    assertThat(ask("SELECT body FROM releases_v1"))
        .isEqualTo(HelmRecord.pack(created.with(Status.DEPLOYED, "done")));
    assertThat(ask("SELECT createdAt > 1700000000, modifiedAt >= createdAt FROM releases_v1"))
        .isEqualTo("t t");
    assertThat(ask("SELECT * FROM custom_labels_v1"))
        .isEqualTo("sh.helm.release.v1.web.v3 default team blue");
  }

  @Test
  void the_tables_are_helms_and_it_finds_nothing_to_migrate() throws SQLException {
    store.list("");

    assertThat(ask("SELECT id FROM gorp_migrations ORDER BY id")).isEqualTo("custom_labels\ninit");
    assertThat(
            ask(
                "SELECT relname, relrowsecurity FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace ORDER BY relname"))
        .isEqualTo(
            """
            custom_labels_v1 t
            gorp_migrations f
            pannier_holders_v1 t
            pannier_journals_v1 t
            releases_v1 t\
            """);
    assertThat(
            ask(
                "SELECT column_name, data_type, character_maximum_length, is_nullable,"
                    + " column_default FROM information_schema.columns"
                    + " WHERE table_name = 'releases_v1' ORDER BY ordinal_position"))
        .isEqualTo(
            """
            key character varying 90 NO null
            type character varying 64 NO null
            body text null NO null
            name character varying 64 NO null
            namespace character varying 64 NO null
            version integer null NO null
            status text null NO null
            owner text null NO null
            createdat integer null NO null
            modifiedat integer null NO 0\
            """);
  }

  @Test
  void the_labels_of_a_deleted_revision_go_with_it() throws SQLException {
    store.create(Releases.rich(1, Status.DEPLOYED));
    store.delete(Releases.ID, 1);

    assertThat(ask("SELECT count(*) FROM custom_labels_v1")).isEqualTo("0");
  }

  @Test
  void a_write_of_anybody_else_is_seen() throws SQLException {
    Release created = store.create(Releases.plain(1, Status.DEPLOYED));
    execute("UPDATE releases_v1 SET modifiedAt = 5");

    assertThatThrownBy(() -> store.update(created.with(Status.FAILED, "no")))
        .hasMessageContaining("changed by somebody else");
  }

  @Test
  void a_lock_is_lost_with_its_connection_and_nothing_else() throws SQLException {
    ReleaseLock lock = store.lock(Releases.ID, ME);
    lock.ensureHeld();
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'pannier' AND state = 'idle in transaction'");

    assertThatThrownBy(lock::ensureHeld)
        .hasMessageContaining("is held no longer: its connection to the database broke")
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.BUSY));
    assertThat(sameAgain().holder(Releases.ID)).isEmpty();
    sameAgain().lock(Releases.ID, ME).close();
    lock.close();
  }

  @Test
  void a_connection_that_breaks_is_made_anew() throws SQLException {
    Release created = store.create(Releases.plain(1, Status.PENDING_INSTALL));
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'pannier'");

    store.update(created.with(Status.DEPLOYED, "done"));
    assertThat(store.history(Releases.ID).latest().orElseThrow().status())
        .isEqualTo(Status.DEPLOYED);
  }

  @Test
  void what_is_refused_leaves_nothing_half_done() throws SQLException {
    Release created = store.create(Releases.rich(1, Status.DEPLOYED));
    assertThatThrownBy(
            () -> store.write(Releases.ID, Journal.EMPTY.storedAs("x").ended().touching(TOUCHED)))
        .hasMessageContaining("changed by somebody else");

    assertThat(ask("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"))
        .isEqualTo("0");
    store.update(created.with(Status.SUPERSEDED, "old"));
    assertThat(ask("SELECT status FROM releases_v1")).isEqualTo("superseded");
  }

  @Test
  void a_broken_record_is_left_out_of_the_list() throws SQLException {
    store.create(Releases.plain(1, Status.DEPLOYED));
    store.create(Releases.of(ReleaseId.of("default", "api"), 1, Status.DEPLOYED));
    execute("UPDATE releases_v1 SET body = 'oops' WHERE name = 'web'");

    assertThat(store.list("").releases()).extracting(each -> each.name()).containsExactly("api");
    assertThat(store.list("").problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .isEqualTo(
                    "`Row default/sh.helm.release.v1.web.v1 of releases_v1` holds no release"
                        + " record."));
  }

  @Test
  void a_database_that_is_not_there_is_named_without_its_password() {
    ReleaseStore nowhere = open("postgres://helm:s3cret@127.0.0.1:1/helm?sslmode=disable");

    assertThatThrownBy(() -> nowhere.list(""))
        .isInstanceOfSatisfying(
            ChartException.class,
            e -> assertThat(e.reason()).isEqualTo(ChartException.Reason.UNAVAILABLE))
        .hasMessageContaining("The database `helm` on 127.0.0.1:1 cannot be reached")
        .hasMessageNotContaining("s3cret");
  }
}
