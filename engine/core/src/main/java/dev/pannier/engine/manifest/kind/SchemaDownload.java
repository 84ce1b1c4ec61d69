package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches a schema. */
final class SchemaDownload {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);
  private static final int LARGEST = 20 << 20;

  private SchemaDownload() {}

  /**
   * What a URL answers; empty where there is nothing.
   *
   * @throws ChartException of reason UNAVAILABLE when it does not answer
   */
  static Optional<String> text(String url) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TO_ANSWER).build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return text(url, answer.statusCode(), body.readNBytes(LARGEST));
      }
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw unavailable(url, "does not answer: " + reason, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(url, "was given up", e);
    } catch (IllegalArgumentException e) {
      throw SchemaDocument.problem("`" + url + "` is no URL.").exception(e);
    }
  }

  private static Optional<String> text(String url, int status, byte[] body) {
    return switch (status) {
      case 200 -> Optional.of(new String(body, StandardCharsets.UTF_8));
      case 404, 410 -> Optional.empty();
      default -> throw unavailable(url, "answers with the status " + status, null);
    };
  }

  private static ChartException unavailable(String url, String what, @Nullable Exception cause) {
    Problem problem =
        SchemaDocument.problem("The schema location `" + url + "` " + what + ".")
            .hint("Try again, or keep the schemas in a folder and name that.");
    return cause == null
        ? new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem))
        : new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem), cause);
  }
}
