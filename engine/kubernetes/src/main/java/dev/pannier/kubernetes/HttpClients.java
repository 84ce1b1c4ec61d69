package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.CredentialsInterceptor;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Makes HTTP clients for servers: fabric8's, around one of Java's that is made here. fabric8 would
 * make its own out of system properties and variables besides what it is given; it would trust
 * Java's certificate authorities beside the cluster's, follow redirects with the credentials, take
 * every server name but the host's for none, and try each request up to ten times.
 */
final class HttpClients {

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  private HttpClients() {}

  /**
   * A client, and what it stands on.
   *
   * @param transport to be closed after the client
   */
  record Opened(HttpClient client, java.net.http.HttpClient transport) {}

  static Opened open(Access access, String userAgent) {
    java.net.http.HttpClient transport = transport(access);
    HttpClient.Builder builder = new Factory(transport).newBuilder();
    builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
    builder.addOrReplaceInterceptor("HEADERS", new Headers(userAgent, access));
    builder.addOrReplaceInterceptor(
        "CREDENTIALS", new CredentialsInterceptor(access.credentials()));
    return new Opened(builder.build(), transport);
  }

  private static final class Factory extends JdkHttpClientFactory {

    private final java.net.http.HttpClient transport;

    Factory(java.net.http.HttpClient transport) {
      this.transport = transport;
    }

    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
      return new GivenTransport(transport);
    }
  }

  private static java.net.http.HttpClient transport(Access access) {
    return java.net.http.HttpClient.newBuilder()
        .connectTimeout(TO_CONNECT)
        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
        .sslContext(access.tls().context())
        .proxy(
            access
                .proxy()
                .map(each ->
                    ProxySelector.of(new InetSocketAddress(each.uri().getHost(), each.port())))
                .orElse(java.net.http.HttpClient.Builder.NO_PROXY))
        .build();
  }

  /** What each request says beside who asks. */
  private record Headers(String userAgent, Access access) implements Interceptor {

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      builder.setHeader("User-Agent", userAgent);
      access
          .proxy()
          .map(Proxy::userInfo)
          .filter(each -> !each.isEmpty())
          .ifPresent(pair -> {
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            builder.setHeader(
                "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
          });
      impersonate(builder, access.impersonation());
    }

    private static void impersonate(BasicBuilder builder, Impersonation impersonation) {
      if (impersonation.user().isEmpty()) {
        return;
      }
      builder.setHeader("Impersonate-User", impersonation.user());
      if (!impersonation.uid().isEmpty()) {
        builder.setHeader("Impersonate-Uid", impersonation.uid());
      }
      impersonation.groups().forEach(group -> builder.header("Impersonate-Group", group));
      impersonation
          .extra()
          .forEach((key, values) ->
              values.forEach(value -> builder.header("Impersonate-Extra-" + key, value)));
    }
  }
}
