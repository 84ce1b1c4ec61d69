package dev.pannier.kubernetes;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.kubernetes.api.ServerAddress;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes out which server is meant and how to talk to it, by kubectl's rules: what the flags say,
 * then the kubeconfig, then the pod that this runs in.
 */
final class AccessResolver {

  private final ConnectionSettings settings;
  private final Surroundings surroundings;

  AccessResolver(ConnectionSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
  }

  Access resolve() {
    KubeConfig config = kubeConfig();
    if (config.isEmpty() && settings.server().isEmpty()) {
      return InCluster.access(settings, surroundings).orElseThrow(AccessResolver::nowhere);
    }
    KubeConfig.Entry context = config.context(settings.context());
    KubeConfig.Entry cluster = config.cluster(context);
    KubeConfig.Entry user = config.user(context);
    String server = settings.server().isEmpty() ? cluster.text("server") : settings.server();
    if (server.isEmpty()) {
      throw noServer(config, context);
    }
    String origin = settings.server().isEmpty() ? cluster.file().toString() : "--kube-apiserver";
    ServerAddress address =
        new ServerAddress(uri(server, origin), context.name(), user.name(), origin);
    Login login = new Login(settings, surroundings, user, cluster, address);
    return new Access(
        address,
        context.content().text("namespace").orElse("default"),
        tls(cluster, login),
        login.credentials(),
        impersonation(user),
        Proxy.of(address.uri(), cluster.text("proxy-url"), surroundings.environment()));
  }

  /** The kubeconfig that is meant; empty where there is none. */
  KubeConfig kubeConfig() {
    if (!settings.kubeconfig().isEmpty()) {
      List<Path> files = files(settings.kubeconfig());
      return KubeConfig.read(files, files.size() == 1);
    }
    String variable = surroundings.environment().getOrDefault("KUBECONFIG", "");
    return KubeConfig.read(
        variable.isEmpty()
            ? List.of(surroundings.home().resolve(".kube").resolve("config"))
            : files(variable),
        false);
  }

  private static List<Path> files(String list) {
    List<Path> files = new ArrayList<>();
    for (String each : list.split(File.pathSeparator)) {
      if (!each.isEmpty()) {
        files.add(Path.of(each));
      }
    }
    return files;
  }

  private Tls tls(KubeConfig.Entry cluster, Login login) {
    boolean fromFlags = !settings.caFile().isEmpty();
    boolean insecure =
        settings.insecure()
            || (!fromFlags
                && settings.server().isEmpty()
                && BoolField.isTrue(cluster.content(), "insecure-skip-tls-verify"));
    Optional<Tls.NamedBytes> authorities =
        fromFlags
            ? Optional.of(FileField.read("--kube-ca-file", Path.of(settings.caFile())))
            : FileField.of(cluster, "certificate-authority");
    String name =
        settings.tlsServerName().isEmpty() && settings.server().isEmpty()
            ? cluster.text("tls-server-name")
            : settings.tlsServerName();
    return new Tls(authorities, login.certificate(), login.key(), name, insecure);
  }

  private Impersonation impersonation(KubeConfig.Entry user) {
    return settings.asUser().isEmpty()
        ? Impersonation.of(user.content())
        : new Impersonation(settings.asUser(), "", settings.asGroups(), java.util.Map.of());
  }

  static URI uri(String server, String origin) {
    String whole = server.contains("://") ? server : "https://" + server;
    String trimmed = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    try {
      URI uri = URI.create(trimmed);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // told below, like every other address that is none
    }
    throw Problem.error(
            "cluster.address", "`" + server + "` in " + origin + " is no address of an API server.")
        .hint("An address looks like `https://10.0.0.1:6443`.")
        .exception();
  }

  private static ChartException noServer(KubeConfig config, KubeConfig.Entry context) {
    String where = "the kubeconfig `" + config.origin() + "`";
    return unavailable(
        context.name().isEmpty()
            ? Problem.error("cluster.none", "No context is chosen in " + where + ".")
                .hint("Choose one with `kubectl config use-context`, or name it: `--kube-context`.")
            : Problem.error(
                    "cluster.none",
                    "The context `" + context.name() + "` in " + where + " names no server.")
                .hint("Add the cluster's `server`, or name it: `--kube-apiserver`."));
  }

  private static ChartException nowhere() {
    return unavailable(
        Problem.error("cluster.none", "It is not known which cluster is meant.")
            .hint(
                "Name a kubeconfig file with `--kubeconfig` or the variable KUBECONFIG; or try"
                    + " things out without a cluster: `--sandbox DIR`."));
  }

  private static ChartException unavailable(Problem problem) {
    return new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem));
  }
}
