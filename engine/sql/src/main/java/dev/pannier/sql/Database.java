package dev.pannier.sql;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database, and the connection to it that everything but locks shares. */
final class Database implements AutoCloseable {

  private static final int TRIES = 3;

  private final ConnectionString address;
  private @Nullable Connection connection;
  private boolean prepared;

  Database(ConnectionString address) {
    this.address = address;
  }

  /** Work in a transaction; written so that doing it again after it was done does no harm. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Does work in a transaction of its own. When the connection breaks, nobody knows whether it was
   * committed: it is done once more over a new one, and finds what it left.
   */
  synchronized <T> T run(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return runOnce(work);
      } catch (SQLException e) {
        drop();
        if (!isBroken(e) || tries == TRIES) {
          throw failure(e);
        }
      }
    }
  }

  private <T> T runOnce(Work<T> work) throws SQLException {
    Connection used = connection;
    if (used == null) {
      used = connect();
      connection = used;
    }
    if (!prepared) {
      Schema.prepare(used);
      used.commit();
      prepared = true;
    }
    try {
      T result = work.run(used);
      used.commit();
      return result;
    } catch (RuntimeException e) {
      used.rollback();
      throw e;
    }
  }

  /** A connection of the caller's own, who closes it. */
  Connection connect() throws SQLException {
    Connection fresh = DriverManager.getConnection(address.url(), address.properties());
    fresh.setAutoCommit(false);
    return fresh;
  }

  private void drop() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException _) {
        // it is given up in any case
      }
    }
  }

  /** Whether the connection is what failed (class 08), or the server ends or begins (57P). */
  private static boolean isBroken(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return state.startsWith("08") || state.startsWith("57P");
  }

  /** A failure, told to people. */
  ChartException failure(SQLException cause) {
    String why = String.valueOf(cause.getMessage()).strip();
    String sentence = why.endsWith(".") ? why : why + ".";
    if (isBroken(cause)) {
      return new ChartException(
          ChartException.Reason.UNAVAILABLE,
          List.of(
              Problem.error(
                      "release.sql-unreachable",
                      "The database " + address + " cannot be reached: " + sentence)
                  .hint("Check `HELM_DRIVER_SQL_CONNECTION_STRING` and that the server is up.")),
          cause);
    }
    return Problem.error("release.sql-refused", "The database " + address + " refuses: " + sentence)
        .hint("Releases are recorded there because `HELM_DRIVER` is set to `sql`.")
        .exception(cause);
  }

  @Override
  public synchronized void close() {
    drop();
  }
}
