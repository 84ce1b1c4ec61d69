package dev.pannier.test.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's connection, and the one to the server that belongs to it. */
final class ProxyConnection {

  private final Socket client;
  private final ChaosProxy proxy;
  private volatile @Nullable Socket server;

  ProxyConnection(Socket client, ChaosProxy proxy) {
    this.client = client;
    this.proxy = proxy;
  }

  /** The two streams of a connection. */
  private record Wire(InputStream in, OutputStream out) {
    static Wire of(Socket socket) throws IOException {
      return new Wire(Relay.buffered(socket.getInputStream()), socket.getOutputStream());
    }

    Wire deaf() {
      return new Wire(in, OutputStream.nullOutputStream());
    }
  }

  /** Passes requests on until one side has enough. */
  void serve() throws IOException {
    try (client;
        Socket upstream = proxy.connect()) {
      server = upstream;
      Wire near = Wire.of(client);
      Wire far = Wire.of(upstream);
      boolean more = true;
      while (more) {
        Optional<HttpHead> head = HttpHead.read(near.in());
        more = head.isPresent() && exchange(proxy.register(head.get()), head.get(), near, far);
      }
    }
  }

  void close() throws IOException {
    client.close();
    Socket upstream = server;
    if (upstream != null) {
      upstream.close();
    }
  }

  /** Whether the connection goes on after it. */
  private boolean exchange(Request request, HttpHead head, Wire near, Wire far) throws IOException {
    return switch (proxy.fault(request)) {
      case null -> pass(request, head, near, far);
      case Fault.DropRequest(Runnable then) -> {
        then.run();
        proxy.note(request, "request dropped");
        yield false;
      }
      case Fault.DropAnswer(Runnable then) -> {
        pass(request, head, near.deaf(), far);
        then.run();
        proxy.note(request, "answer dropped");
        yield false;
      }
      case Fault.Delay(Duration time) -> {
        pause(time);
        yield pass(request, head, near, far);
      }
      case Fault.Interpose(Runnable first) -> {
        first.run();
        yield pass(request, head, near, far);
      }
      case Fault.Answer answer -> {
        Relay.request(head, near.in(), OutputStream.nullOutputStream());
        send(answer, near.out());
        proxy.answered(request, answer.status(), 0);
        yield true;
      }
    };
  }

  private boolean pass(Request request, HttpHead head, Wire near, Wire far) throws IOException {
    if (head.value("Expect").equalsIgnoreCase("100-continue")) {
      near.out().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      near.out().flush();
    }
    head.without("Expect").write(far.out());
    Relay.request(head, near.in(), far.out());
    Optional<HttpHead> read = HttpHead.read(far.in());
    if (read.isEmpty()) {
      proxy.note(request, "closed by the server");
      return false;
    }
    HttpHead answer = read.get();
    answer.write(near.out());
    if (answer.status() == 101) {
      proxy.answered(request, 101, tunnel(near, far));
      return false;
    }
    long bytes = Relay.answer(answer, head.method(), far.in(), near.out());
    proxy.answered(request, answer.status(), bytes);
    return !answer.closes() && !head.closes();
  }

  private static void send(Fault.Answer answer, OutputStream out) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    List<String> headers = new ArrayList<>(answer.headers());
    headers.add("Content-Type: application/json");
    headers.add("Content-Length: " + body.length);
    new HttpHead("HTTP/1.1 " + answer.status() + " Made Up", headers).write(out);
    out.write(body);
    out.flush();
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    }
  }

  /** After an upgrade, as to a WebSocket: whatever comes, in both directions. */
  private long tunnel(Wire near, Wire far) throws IOException {
    Thread.startVirtualThread(() -> {
      try {
        Relay.all(near.in(), far.out());
        close();
      } catch (IOException e) {
        // The other direction ends with the connection, and tells of it.
      }
    });
    return Relay.all(far.in(), near.out());
  }
}
