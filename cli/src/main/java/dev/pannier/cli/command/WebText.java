package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text behind a URL. */
final class WebText {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 5 << 20;
  private static final int OK = 200;

  private WebText() {}

  /**
   * Fetches a text.
   *
   * @throws ChartException of reason UNAVAILABLE when it does not come
   */
  static String read(String url) {
    HttpRequest request = HttpRequest.newBuilder(address(url)).timeout(PATIENCE).build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw unavailable(shown(url), "the server answers " + answer.statusCode(), null);
        }
        return text(url, body.readNBytes(MOST_BYTES + 1));
      }
    } catch (IOException e) {
      throw unavailable(shown(url), why(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(shown(url), "it was interrupted", e);
    } finally {
      // Its selector thread would hold up the end of the JVM.
      client.shutdownNow();
    }
  }

  private static URI address(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Told below, together with addresses that name no host.
    }
    throw UsageProblem.of(
        "cli.flag-value", "`" + url + "` is no URL.", "Write it like `https://host/values.yaml`.");
  }

  private static String text(String url, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw Problem.error("values.too-large", "`" + shown(url) + "` holds more than 5 MiB.")
          .exception();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Without a password, should one stand in it. */
  private static String shown(String url) {
    int at = url.indexOf('@');
    int host = url.indexOf("://") + 3;
    return at > host && url.indexOf('/', host) > at
        ? url.substring(0, host) + url.substring(at + 1)
        : url;
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return switch (e) {
      case HttpTimeoutException _ -> "nothing came within 30 seconds";
      case ConnectException _ -> "nobody answers there";
      case IOException _ when message != null -> message;
      default -> e.getClass().getSimpleName();
    };
  }

  private static ChartException unavailable(String url, String why, @Nullable Exception cause) {
    Problem problem =
        Problem.error("values.unavailable", "`" + url + "` cannot be fetched: " + why + ".")
            .hint("Check the address, or fetch it yourself and give the file to `-f`.");
    ChartException failure =
        new ChartException(ChartException.Reason.UNAVAILABLE, List.of(problem));
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }
}
