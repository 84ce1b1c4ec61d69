package dev.pannier.kubernetes.api;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer that goes on, while it comes in. */
final class Stream {

  private final Consumer<String> lines;
  private final Body refusal = new Body();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private volatile boolean alive;
  private @Nullable HttpResponse<AsyncBody> response;
  private @Nullable Exception failure;

  Stream(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Returns when the answer begins. */
  void begin(CompletableFuture<HttpResponse<AsyncBody>> headers, Duration atMost)
      throws InterruptedException {
    try {
      response = headers.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      failure = e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      failure = e;
    } finally {
      if (response == null) {
        headers.thenAccept(late -> late.body().cancel());
      }
    }
  }

  /** Takes what comes: lines where the request is granted, else the text that says why not. */
  void take(List<ByteBuffer> parts, AsyncBody body) {
    alive = true;
    HttpResponse<AsyncBody> begun = response;
    if (begun != null && begun.code() != 200) {
      refusal.take(parts, body);
      return;
    }
    for (ByteBuffer part : parts) {
      while (part.hasRemaining()) {
        byte next = part.get();
        if (next == '\n') {
          lines.accept(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    body.consume();
  }

  /** Returns when it has ended, or when nothing has come for too long. */
  Outcome outcome(Duration quiet) throws InterruptedException {
    HttpResponse<AsyncBody> begun = response;
    if (begun == null) {
      Exception cause = failure == null ? new IOException("no answer") : failure;
      return new Outcome.Failed(cause, !ConnectionFailure.isBeforeSending(cause));
    }
    AsyncBody body = begun.body();
    if (begun.code() == 407) {
      return new Outcome.Failed(new IOException("the proxy refuses"), false);
    }
    try {
      body.consume();
      do {
        alive = false;
      } while (!isDone(body, quiet) && alive);
    } finally {
      body.cancel();
    }
    try {
      return new Outcome.Answered(refusal.response(begun));
    } catch (IOException e) {
      return new Outcome.Failed(e, true);
    }
  }

  private static boolean isDone(AsyncBody body, Duration quiet) throws InterruptedException {
    try {
      body.done().get(quiet.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      // broken off: whoever watches asks again from where it stopped
      return true;
    }
  }
}
