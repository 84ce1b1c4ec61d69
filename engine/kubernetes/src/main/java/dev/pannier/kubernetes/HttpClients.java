package dev.pannier.kubernetes;

import dev.pannier.kubernetes.api.CredentialsInterceptor;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Makes HTTP clients for servers. They are fabric8's, over Java's own; but nothing is left to its
 * reading of system properties and variables, and what it would add of its own (attempts without
 * end, Java's certificate authorities beside the cluster's, redirects followed with the
 * credentials) is not wanted.
 */
final class HttpClients {

  private static final long TO_CONNECT_MILLIS = 10_000;

  private HttpClients() {}

  static HttpClient open(Access access, String userAgent) {
    SSLContext tls = access.tls().context();
    HttpClient.Builder builder = new Factory(tls).newBuilder();
    builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
    builder.connectTimeout(TO_CONNECT_MILLIS, TimeUnit.MILLISECONDS);
    access
        .proxy()
        .ifPresentOrElse(
            proxy -> through(proxy, builder), () -> builder.proxyType(HttpClient.ProxyType.DIRECT));
    builder.addOrReplaceInterceptor("HEADERS", new Headers(userAgent, access.impersonation()));
    builder.addOrReplaceInterceptor(
        "CREDENTIALS", new CredentialsInterceptor(access.credentials()));
    return builder.build();
  }

  private static void through(Proxy proxy, HttpClient.Builder builder) {
    builder.proxyType(HttpClient.ProxyType.HTTP);
    builder.proxyAddress(new InetSocketAddress(proxy.uri().getHost(), proxy.port()));
    if (!proxy.userInfo().isEmpty()) {
      byte[] pair = proxy.userInfo().getBytes(StandardCharsets.UTF_8);
      builder.proxyAuthorization("Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  private static final class Factory extends JdkHttpClientFactory {

    private final SSLContext tls;

    Factory(SSLContext tls) {
      this.tls = tls;
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
      builder.sslContext(tls).followRedirects(java.net.http.HttpClient.Redirect.NEVER);
    }
  }

  private record Headers(String userAgent, Impersonation impersonation) implements Interceptor {

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      builder.setHeader("User-Agent", userAgent);
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
