package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.Credentials;
import dev.pannier.kubernetes.api.ServerAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who one is to a server, as flags and a user of the kubeconfig say it. */
final class Login {

  private final ConnectionSettings settings;
  private final Surroundings surroundings;
  private final KubeConfig.Entry user;
  private final Optional<ExecCredentials> plugin;

  Login(
      ConnectionSettings settings,
      Surroundings surroundings,
      KubeConfig.Entry user,
      KubeConfig.Entry cluster,
      ServerAddress address) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.user = user;
    this.plugin =
        settings.token().isEmpty() && user.content().has("exec")
            ? Optional.of(new ExecCredentials(user, cluster, address, surroundings))
            : Optional.empty();
  }

  /** In client-go's order: a token, a token file, a password, a plugin. */
  Credentials credentials() {
    if (!settings.token().isEmpty()) {
      return bearer(settings.token());
    }
    if (user.path("tokenFile").isPresent()) {
      return new FileToken(user.path("tokenFile").get(), surroundings.clock());
    }
    if (!user.text("token").isEmpty()) {
      return bearer(user.text("token"));
    }
    if (!user.text("username").isEmpty()) {
      String pair = user.text("username") + ":" + user.text("password");
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return new FixedCredentials("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (plugin.isPresent()) {
      return plugin.get();
    }
    return legacy().<Credentials>map(Login::bearer).orElse(Credentials.NONE);
  }

  private static FixedCredentials bearer(String token) {
    return new FixedCredentials("Bearer " + token);
  }

  /**
   * What kubectl of old kept in the file itself: {@code auth-provider}, of GKE and OpenID Connect.
   */
  private Optional<String> legacy() {
    var config = user.content().map("auth-provider").map("config");
    return config.text("id-token").or(() -> config.text("access-token"));
  }

  Optional<Tls.NamedBytes> certificate() {
    return FileField.of(user, "client-certificate")
        .or(() -> plugin.flatMap(ExecCredentials::certificate));
  }

  Optional<Tls.NamedBytes> key() {
    return FileField.of(user, "client-key").or(() -> plugin.flatMap(ExecCredentials::key));
  }
}
