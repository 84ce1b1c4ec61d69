package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The server of the cluster that this runs in (client-go, {@code rest.InClusterConfig}). */
final class InCluster {

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private InCluster() {}

  /** How to reach it; empty where this runs in no pod. */
  static Optional<Access> access(ConnectionSettings settings, Surroundings surroundings) {
    return access(ACCOUNT, settings, surroundings);
  }

  static Optional<Access> access(
      Path account, ConnectionSettings settings, Surroundings surroundings) {
    Map<String, String> environment = surroundings.environment();
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    Path token = account.resolve("token");
    if (host.isEmpty() || port.isEmpty() || !Files.isRegularFile(token)) {
      return Optional.empty();
    }
    String name = host.contains(":") ? "[" + host + "]" : host;
    ServerAddress address =
        new ServerAddress(
            URI.create("https://" + name + ":" + port), "", "", "the pod that this runs in");
    Path authority = account.resolve("ca.crt");
    Tls tls =
        new Tls(
            Files.isRegularFile(authority)
                ? Optional.of(FileField.read("the pod", authority))
                : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            settings.tlsServerName(),
            settings.insecure());
    return Optional.of(
        new Access(
            address,
            namespace(account.resolve("namespace")),
            tls,
            settings.token().isEmpty()
                ? new FileToken(token, surroundings.clock())
                : new FixedCredentials("Bearer " + settings.token()),
            new Impersonation(settings.asUser(), "", settings.asGroups(), Map.of()),
            Proxy.of(address.uri(), "", environment)));
  }

  private static String namespace(Path file) {
    try {
      String name = Files.readString(file).strip();
      return name.isEmpty() ? "default" : name;
    } catch (IOException _) {
      return "default";
    }
  }
}
