package dev.pannier.test.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and an API server: keeps count of the requests, and does harm to the one
 * that it is told to. It shows the server's own certificate; watches and upgrades pass through.
 *
 * <p>Beware of the JDK's HTTP client: a GET or HEAD whose connection is closed before an answer, it
 * sends again by itself.
 */
public final class ChaosProxy implements AutoCloseable {

  /**
   * What came back.
   *
   * @param bytes of its body; of a watch, all that passed until it ended
   */
  public record Answer(Request request, int status, long bytes) {}

  private final URI server;
  private final SSLContext tls;
  private final ServerSocket socket;
  private final Path kubeconfig;
  private final Path log;
  private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Trap> traps = new ArrayList<>();
  private int count;

  /** A fault that waits for its request. */
  private static final class Trap {
    private final Predicate<Request> which;
    private final Fault fault;
    private final boolean always;
    private int rest;

    Trap(Predicate<Request> which, int rest, boolean always, Fault fault) {
      this.which = which;
      this.rest = rest;
      this.always = always;
      this.fault = fault;
    }

    boolean springs(Request request) {
      return which.test(request) && (always || --rest == 0);
    }
  }

  ChaosProxy(URI server, SSLContext tls, Path folder) throws IOException {
    this.server = server;
    this.tls = tls;
    this.socket =
        tls.getServerSocketFactory().createServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Path own = Files.createTempDirectory(folder, "proxy-");
    this.kubeconfig = own.resolve("kubeconfig");
    this.log = own.resolve("requests.log");
    Kubeconfig.write(kubeconfig, address(), folder.resolve("certs"));
    Thread.ofVirtual().name("chaos proxy").start(this::accept);
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("https://127.0.0.1:" + socket.getLocalPort());
  }

  /** As that of the control plane, but its server is this proxy. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** A file with a line for each request and answer. */
  public Path log() {
    return log;
  }

  /** All requests since the beginning, or since they were forgotten. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** All answers that have ended since. */
  public synchronized List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** How many of the {@link #requests} are such. */
  public int count(Predicate<Request> which) {
    return (int) requests().stream().filter(which).count();
  }

  /** Begins anew: no request so far, no fault ahead. */
  public synchronized void forget() {
    requests.clear();
    answers.clear();
    traps.clear();
    count = 0;
  }

  /**
   * Does harm to one request.
   *
   * @param number which of those to come that match: 1 for the next
   */
  public synchronized void at(int number, Predicate<Request> which, Fault fault) {
    traps.add(new Trap(which, number, false, fault));
  }

  /** Does harm to every request to come that matches. */
  public synchronized void always(Predicate<Request> which, Fault fault) {
    traps.add(new Trap(which, 0, true, fault));
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.startVirtualThread(() -> serve(new ProxyConnection(client, this)));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(ProxyConnection connection) {
    connections.add(connection);
    try {
      connection.serve();
    } catch (IOException e) {
      write("- connection ended: " + e.getMessage());
    } finally {
      connections.remove(connection);
    }
  }

  Socket connect() throws IOException {
    return tls.getSocketFactory().createSocket(server.getHost(), server.getPort());
  }

  synchronized Request register(HttpHead head) {
    Request request = Request.of(++count, head.method(), head.target(), head.value("Content-Type"));
    requests.add(request);
    write(request.toString());
    return request;
  }

  synchronized @Nullable Fault fault(Request request) {
    Fault fault = null;
    for (Trap trap : List.copyOf(traps)) {
      if (trap.springs(request)) {
        fault = trap.fault;
        if (!trap.always) {
          traps.remove(trap);
        }
      }
    }
    return fault;
  }

  synchronized void answered(Request request, int status, long bytes) {
    answers.add(new Answer(request, status, bytes));
    note(request, status + ", " + bytes + " bytes");
  }

  void note(Request request, String what) {
    write(request.number() + " -> " + what);
  }

  private synchronized void write(String line) {
    if (socket.isClosed()) {
      return;
    }
    try {
      Files.writeString(
          log,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (ProxyConnection connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
