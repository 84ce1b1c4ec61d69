package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP proxy, chosen as Go's {@code http.ProxyFromEnvironment} does: {@code HTTPS_PROXY} for
 * {@code https} servers, {@code HTTP_PROXY} for the others, none for what {@code NO_PROXY} names
 * and for this machine. A {@code proxy-url} of the kubeconfig comes before them.
 */
record Proxy(URI uri) {

  /**
   * The proxy for a server.
   *
   * @param configured the {@code proxy-url} of the kubeconfig; empty where it has none
   */
  static Optional<Proxy> of(URI server, String configured, Map<String, String> environment) {
    if (!configured.isEmpty()) {
      return Optional.of(new Proxy(parsed(configured, "`proxy-url` of the kubeconfig")));
    }
    boolean tls = "https".equals(server.getScheme());
    String name = tls ? "HTTPS_PROXY" : "HTTP_PROXY";
    String value = variable(environment, name);
    if (value.isEmpty() || NoProxy.covers(variable(environment, "NO_PROXY"), server)) {
      return Optional.empty();
    }
    return Optional.of(new Proxy(parsed(value, "the variable `" + name + "`")));
  }

  private static String variable(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }

  private static URI parsed(String value, String origin) {
    String whole = value.contains("://") ? value : "http://" + value;
    URI uri;
    try {
      uri = URI.create(whole);
    } catch (IllegalArgumentException e) {
      throw Problem.error("cluster.proxy", "The proxy in " + origin + " is no URL.").exception(e);
    }
    if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
      throw Problem.error(
              "cluster.proxy",
              "The proxy in "
                  + origin
                  + " is of the scheme `"
                  + uri.getScheme()
                  + "`, which is not supported.")
          .hint("Name an HTTP proxy: `http://host:port`. TLS goes through it end to end.")
          .exception();
    }
    return uri;
  }

  int port() {
    return uri.getPort() < 0 ? 80 : uri.getPort();
  }

  /** User and password; empty where it wants none. */
  String userInfo() {
    String info = uri.getUserInfo();
    return info == null ? "" : info;
  }
}
