package dev.pannier.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/** An API server that does what a real one cannot be made to do. */
final class ScriptedServer implements AutoCloseable {

  /** What was asked. */
  record Asked(String method, String uri, Map<String, List<String>> headers, String body) {

    String line() {
      return method + " " + uri;
    }

    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** How it is answered. */
  @FunctionalInterface
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private record Rule(Predicate<Asked> about, Answer answer, boolean once) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Rule> rules = new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedQueue<Answer> next = new ConcurrentLinkedQueue<>();

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return asked;
  }

  List<String> lines() {
    return asked.stream().map(Asked::line).toList();
  }

  /** The next requests are answered like this, one after the other. */
  ScriptedServer then(Answer... answers) {
    next.addAll(List.of(answers));
    return this;
  }

  /** Requests that begin like this are answered so, unless something is to come next. */
  ScriptedServer on(String start, Answer answer) {
    rules.addLast(new Rule(asked -> asked.line().startsWith(start), answer, false));
    return this;
  }

  /** The next request that begins like this. */
  ScriptedServer once(String start, Answer answer) {
    rules.addFirst(new Rule(asked -> asked.line().startsWith(start), answer, true));
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body);
    asked.add(request);
    Answer answer = next.poll();
    try (exchange) {
      (answer == null ? ruled(request) : answer).give(exchange);
    }
  }

  private Answer ruled(Asked request) {
    for (Rule rule : rules) {
      if (rule.about().test(request)) {
        if (rule.once()) {
          rules.remove(rule);
        }
        return rule.answer();
      }
    }
    return status(404, "");
  }

  static Answer json(String body) {
    return json(200, body);
  }

  static Answer json(int code, String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      send(exchange, code, body.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** A refusal as API servers write it. */
  static Answer status(int code, String message) {
    return json(
        code, "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"" + message + "\"}");
  }

  /** The same with a header. */
  static Answer with(String header, String value, Answer answer) {
    return exchange -> {
      exchange.getResponseHeaders().add(header, value);
      answer.give(exchange);
    };
  }

  static Answer gzip(String body) {
    return exchange -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      send(exchange, 200, bytes.toByteArray());
    };
  }

  /** The connection ends without an answer. */
  static Answer nothing() {
    return HttpExchange::close;
  }

  /** The connection ends in the middle of an answer. */
  static Answer half(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** Lines that come at once, after which the answer stays open as long as something says. */
  static Answer lines(Function<HttpExchange, Boolean> stayOpen, String... lines) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      for (String line : lines) {
        exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      exchange.getResponseBody().flush();
      while (stayOpen.apply(exchange)) {
        try {
          Thread.sleep(5);
        } catch (InterruptedException e) {
          return;
        }
      }
    };
  }

  static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
    exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
