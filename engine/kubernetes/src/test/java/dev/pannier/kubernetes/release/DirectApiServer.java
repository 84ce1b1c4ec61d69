package dev.pannier.kubernetes.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import dev.pannier.kubernetes.api.ApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

final class DirectApiServer implements ApiServer {
  private final URI server;
  private final String token;
  private final HttpClient client;

  DirectApiServer(URI server, String token) {
    this.server = server;
    this.token = token;
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      TrustManager all =
          new javax.net.ssl.X509ExtendedTrustManager() {
            public void checkClientTrusted(X509Certificate[] a, String b) {}

            public void checkServerTrusted(X509Certificate[] a, String b) {}

            public void checkClientTrusted(X509Certificate[] a, String b, java.net.Socket c) {}

            public void checkServerTrusted(X509Certificate[] a, String b, java.net.Socket c) {}

            public void checkClientTrusted(
                X509Certificate[] a, String b, javax.net.ssl.SSLEngine c) {}

            public void checkServerTrusted(
                X509Certificate[] a, String b, javax.net.ssl.SSLEngine c) {}

            public X509Certificate[] getAcceptedIssuers() {
              return new X509Certificate[0];
            }
          };
      tls.init(null, new TrustManager[] {all}, new SecureRandom());
      client = HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    String query =
        request.query().entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String path = request.path() + (query.isEmpty() ? "" : "?" + query);
    var body =
        request.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JsonWriter.write(request.body()));
    HttpRequest http =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", request.accept())
            .header("Content-Type", "application/json")
            .method(request.method().name(), body)
            .build();
    try {
      HttpResponse<String> answer = client.send(http, HttpResponse.BodyHandlers.ofString());
      return new ApiResponse(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException | InterruptedException e) {
      throw new ChartException(
          ChartException.Reason.UNAVAILABLE, List.of(Problem.error("x", "no answer: " + e)), e);
    }
  }

  @Override
  public ChartException refusal(String aim, ApiResponse response) {
    return Problem.error("x", "cannot " + aim + ": " + response.text()).exception();
  }
}
