package dev.pannier.test.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What an API server asks a kubelet for when somebody wants logs. */
final class LogServer implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Looks a pod up; null where it is not there. */
  interface Pods {
    @Nullable Pod find(String namespace, String name);
  }

  private final HttpsServer server;
  private final Pods pods;

  LogServer(SSLContext tls, Pods pods) throws IOException {
    this.pods = pods;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/containerLogs/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      String query =
          "&" + Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("") + "&";
      Optional<ContainerStatus> status = status(path[2], path[3], path[4]);
      boolean previous = query.contains("&previous=true&");
      Optional<List<String>> lines = status.flatMap(found -> ContainerLog.of(found, previous));
      if (lines.isEmpty()) {
        send(exchange, 400, ContainerLog.absent(path[4], path[3], status, previous));
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      List<String> last = tail(lines.get(), query);
      out.write(String.join("", last).getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (query.contains("&follow=true&")) {
        follow(path, out, lines.get().size());
      }
    }
  }

  /** Writes what is added until the container no longer runs. */
  private void follow(String[] path, OutputStream out, int written) throws IOException {
    int known = written;
    boolean running = true;
    while (running) {
      Optional<ContainerStatus> status = status(path[2], path[3], path[4]);
      List<String> lines = status.flatMap(found -> ContainerLog.of(found, false)).orElse(List.of());
      for (; known < lines.size(); known++) {
        out.write(lines.get(known).getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      running = status.map(found -> found.getState().getRunning() != null).orElse(false);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private Optional<ContainerStatus> status(String namespace, String name, String container) {
    Pod pod = pods.find(namespace, name);
    if (pod == null || pod.getStatus() == null) {
      return Optional.empty();
    }
    for (List<ContainerStatus> statuses :
        List.of(
            pod.getStatus().getInitContainerStatuses(), pod.getStatus().getContainerStatuses())) {
      for (ContainerStatus status : statuses) {
        if (status.getName().equals(container)) {
          return Optional.of(status);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> tail(List<String> lines, String query) {
    int at = query.indexOf("&tailLines=");
    if (at < 0) {
      return lines;
    }
    int begin = at + "&tailLines=".length();
    int most = Integer.parseInt(query.substring(begin, query.indexOf('&', begin)));
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  private static void send(HttpExchange exchange, int code, String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
