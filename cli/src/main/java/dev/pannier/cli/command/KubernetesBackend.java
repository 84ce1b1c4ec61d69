package dev.pannier.cli.command;

import dev.pannier.cli.option.ConnectionFlags;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.kubernetes.ConnectionSettings;
import dev.pannier.kubernetes.KubeContexts;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.kubernetes.Surroundings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A real cluster. */
final class KubernetesBackend implements Backend {
  /** Requests a second where nobody says another number: kubectl's. */
  static final int QPS = 50;

  /** Requests at once where nobody says another number: Helm's. */
  static final int BURST = 100;

  private final Call call;
  private final Queue<Problem> warnings = new ConcurrentLinkedQueue<>();
  private final KubernetesConnection connection;
  private final ReleaseStore store;

  /**
   * Connects to the cluster that a call means; asks it nothing yet.
   *
   * @throws dev.pannier.engine.problem.ChartException when it means none, or what says how to reach
   *     it cannot be used
   */
  KubernetesBackend(Call call) {
    this.call = call;
    this.connection =
        KubernetesConnection.open(settings(call), surroundings(call.shell(), warnings::add));
    this.store = ReleaseStores.of(call.shell(), connection.server());
  }

  /**
   * The namespace of the context, or of the pod that this runs in.
   *
   * @throws dev.pannier.engine.problem.ChartException when flags name what is not there
   */
  static String namespace(Call call) {
    try {
      return offered(call).namespace();
    } catch (ChartException e) {
      if (ConnectionFlags.isNamed(call.arguments())) {
        throw e;
      }
      // Who connects is told when connecting; who only renders needs no kubeconfig file.
      return "default";
    }
  }

  /** The contexts of the kubeconfig. */
  static List<String> contexts(Call call) {
    return offered(call).names();
  }

  private static KubeContexts offered(Call call) {
    return KubeContexts.of(settings(call), surroundings(call.shell(), _ -> {}));
  }

  /** The kubeconfig files, as {@code $KUBECONFIG} has them; empty for the usual one. */
  static String kubeconfig(Call call) {
    String file = call.arguments().text("--kubeconfig");
    return file.isEmpty() ? call.shell().variable("KUBECONFIG") : file;
  }

  private static ConnectionSettings settings(Call call) {
    return new ConnectionSettings(
        paths(call.shell(), call.arguments().text("--kubeconfig")),
        Setting.KUBECONTEXT.of(call),
        Setting.KUBEAPISERVER.of(call),
        Setting.KUBETOKEN.of(call),
        paths(call.shell(), Setting.KUBECAFILE.of(call)),
        Setting.KUBETLS_SERVER_NAME.of(call),
        Setting.KUBEINSECURE_SKIP_TLS_VERIFY.isOn(call),
        Setting.KUBEASUSER.of(call),
        Setting.KUBEASGROUPS.each(call),
        Setting.QPS.number(call, QPS),
        Setting.BURST_LIMIT.wholeNumber(call, BURST));
  }

  private static Surroundings surroundings(Shell shell, Consumer<Problem> warnings) {
    Path home = home(shell);
    return new Surroundings(
        shell.variables(),
        home,
        cache(shell, home),
        shell.clock(),
        shell.random(),
        shell.pause(),
        warnings,
        shell.err()::println,
        shell.errIsTerminal());
  }

  /** Files seen from the working directory. */
  private static String paths(Shell shell, String files) {
    List<String> paths = new ArrayList<>();
    for (String file : files.split(File.pathSeparator)) {
      if (!file.isEmpty()) {
        paths.add(shell.path(file).toString());
      }
    }
    return String.join(File.pathSeparator, paths);
  }

  private static Path home(Shell shell) {
    String home = shell.variable("HOME");
    return shell.path(home.isEmpty() ? shell.variable("USERPROFILE") : home);
  }

  private static Path cache(Shell shell, Path home) {
    String folder = shell.variable("XDG_CACHE_HOME");
    return (folder.isEmpty() ? home.resolve(".cache") : shell.path(folder)).resolve("pannier");
  }

  @Override
  public Cluster cluster() {
    return connection.cluster();
  }

  @Override
  public ReleaseStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    connection.close();
    call.warn(List.copyOf(warnings));
  }
}
