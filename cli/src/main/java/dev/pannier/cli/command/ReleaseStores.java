package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.release.MemoryReleaseStore;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.kubernetes.release.ClusterReleaseStore;
import dev.pannier.kubernetes.release.RecordKind;
import dev.pannier.sql.SqlReleaseStore;

/** Where the releases of a real cluster are recorded: Helm's drivers, by Helm's names. */
final class ReleaseStores {
  private ReleaseStores() {}

  /**
   * The store that the environment names; Secrets where it names none.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason USAGE when it names what is none
   */
  static ReleaseStore of(Shell shell, ApiServer server) {
    String driver = Setting.DRIVER.of(shell);
    return switch (driver) {
      case "", "secret", "secrets" -> inCluster(shell, server, RecordKind.SECRET);
      case "configmap", "configmaps" -> inCluster(shell, server, RecordKind.CONFIG_MAP);
      case "sql" -> inDatabase(shell);
      case "memory" -> new MemoryReleaseStore();
      default ->
          throw UsageProblem.of(
              "cli.variable-value",
              "`" + Setting.DRIVER.origin(shell) + "` is set to `" + driver + "`.",
              "It takes `secret`, `configmap`, `sql` or `memory`.");
    };
  }

  private static ReleaseStore inCluster(Shell shell, ApiServer server, RecordKind kind) {
    return new ClusterReleaseStore(server, kind, shell.clock(), shell.pause(), shell.random());
  }

  private static ReleaseStore inDatabase(Shell shell) {
    return new SqlReleaseStore(
        Setting.DRIVER_SQL_CONNECTION_STRING.of(shell),
        shell.variables(),
        shell.clock(),
        shell.random());
  }
}
