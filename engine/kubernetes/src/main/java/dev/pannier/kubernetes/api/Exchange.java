package dev.pannier.kubernetes.api;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.Node;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a request once and takes what comes back. */
final class Exchange implements AutoCloseable {

  /** Longer than a server takes for anything that it does not stream: it gives up after 60 s. */
  private static final Duration TO_ANSWER = Duration.ofSeconds(75);

  private final URI server;
  private final HttpClient client;

  Exchange(URI server, HttpClient client) {
    this.server = server;
    this.client = client;
  }

  Outcome send(ApiRequest request) throws InterruptedException {
    Body body = new Body();
    CompletableFuture<HttpResponse<AsyncBody>> headers =
        client.consumeBytes(http(request).setHeader("Accept-Encoding", "gzip").build(), body::take);
    CompletableFuture<Void> whole = headers.thenCompose(response -> taken(response.body()));
    try {
      whole.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      HttpResponse<AsyncBody> response = headers.get();
      return new Outcome.Answered(body.response(response));
    } catch (ExecutionException e) {
      return failed(e.getCause() instanceof Exception cause ? cause : e);
    } catch (IOException | TimeoutException e) {
      return failed(e);
    } finally {
      abandon(headers);
    }
  }

  /** Sends a request whose answer goes on; returns when it begins. */
  Stream stream(ApiRequest request, Consumer<String> lines) throws InterruptedException {
    Stream stream = new Stream(lines);
    stream.begin(client.consumeBytes(http(request).build(), stream::take), TO_ANSWER);
    return stream;
  }

  /** Takes the body; there is none where a proxy answered in the server's place. */
  private static CompletableFuture<Void> taken(@Nullable AsyncBody body) {
    if (body == null) {
      return CompletableFuture.completedFuture(null);
    }
    body.consume();
    return body.done();
  }

  /** Ends what is still under way, so that no connection is kept for an answer nobody takes. */
  private static void abandon(CompletableFuture<HttpResponse<AsyncBody>> headers) {
    headers.thenAccept(response -> cancel(response.body()));
  }

  private static void cancel(@Nullable AsyncBody body) {
    if (body != null) {
      body.cancel();
    }
  }

  private static Outcome failed(Exception cause) {
    return new Outcome.Failed(cause, !ConnectionFailure.isBeforeSending(cause));
  }

  private HttpRequest.Builder http(ApiRequest request) {
    HttpRequest.Builder http = client.newHttpRequestBuilder();
    http.uri(URI.create(server + request.path() + query(request.query())));
    http.setHeader("Accept", request.accept());
    Node body = request.body();
    http.method(
        request.method().name(),
        request.contentType().header,
        body == null ? null : JsonWriter.write(body));
    return http;
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach((name, value) ->
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
