package dev.pannier.kubernetes;

import static dev.pannier.kubernetes.ScriptedServer.gzip;
import static dev.pannier.kubernetes.ScriptedServer.half;
import static dev.pannier.kubernetes.ScriptedServer.json;
import static dev.pannier.kubernetes.ScriptedServer.nothing;
import static dev.pannier.kubernetes.ScriptedServer.status;
import static dev.pannier.kubernetes.ScriptedServer.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked again, when, and what is told at once. */
class RepeatingTest {

  private static final String PATH = "/api/v1/namespaces/web/secrets/x";
  private static final Node BODY = Node.of(Map.of("a", "b"));

  private final ScriptedServer server = new ScriptedServer();
  private Desk desk;
  private KubernetesConnection connection;

  @BeforeEach
  void connect(@TempDir Path home) {
    desk = new Desk(home);
    connection = desk.connect(Desk.to(server.address()));
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private ApiResponse send(ApiRequest request) {
    return connection.server().send(request);
  }

  private Problem failure(ApiRequest request) {
    ChartException failure = catchThrowableOfType(ChartException.class, () -> send(request));
    assertThat(failure.reason()).isEqualTo(ChartException.Reason.UNAVAILABLE);
    return failure.problems().getFirst();
  }

  @Test
  void a_server_with_too_much_to_do_is_asked_again_when_it_says() {
    server.then(with("Retry-After", "3", status(429, "too many")), json("{\"a\": 1}"));

    assertThat(send(ApiRequest.post(PATH, BODY)).object().keys()).containsExactly("a");
    assertThat(desk.time.pauses()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void a_server_that_has_too_much_to_do_for_long_is_not_asked_for_ever() {
    server.on("GET", with("Retry-After", "8", status(429, "too many")));

    assertThat(send(ApiRequest.get(PATH)).status()).isEqualTo(429);
    assertThat(server.asked()).hasSize(4);
  }

  @Test
  void reading_is_repeated_while_the_server_is_in_trouble() {
    server.then(status(503, ""), status(500, ""), nothing(), half("{\"a\": \"bcdefg\"}"));
    server.on("GET", json("{\"a\": 1}"));

    assertThat(send(ApiRequest.get(PATH)).isOk()).isTrue();
    assertThat(desk.time.paused()).isBetween(Duration.ofMillis(400), Duration.ofSeconds(2));
  }

  @Test
  void what_one_can_do_without_is_asked_for_once() {
    server.on("GET", status(503, ""));

    assertThat(send(ApiRequest.get(PATH).once()).status()).isEqualTo(503);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void making_something_is_not_repeated_when_the_answer_got_lost() {
    server.on("POST", nothing());

    assertThat(failure(ApiRequest.post(PATH, BODY)).code()).isEqualTo("cluster.unreachable");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void replacing_something_is_not_repeated_when_the_answer_got_lost() {
    server.on("PUT", status(504, "timeout"));

    assertThat(send(ApiRequest.put(PATH, BODY)).status()).isEqualTo(504);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void server_side_apply_is_repeated_and_says_so() {
    server.then(nothing(), json(201, "{}"));

    ApiResponse response = send(ApiRequest.patch(PATH, ApiRequest.ContentType.APPLY_PATCH, BODY));

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.repeated()).isTrue();
    assertThat(server.asked().getFirst().header("Content-type"))
        .isEqualTo("application/apply-patch+yaml");
  }

  @Test
  void server_side_apply_is_repeated_while_a_webhook_does_not_answer() {
    server.then(
        status(500, "Internal error occurred: failed calling webhook x: refused"), json("{}"));

    assertThat(send(ApiRequest.patch(PATH, ApiRequest.ContentType.APPLY_PATCH, BODY)).isOk())
        .isTrue();
  }

  @Test
  void an_object_that_no_server_can_read_is_not_sent_again() {
    server.on("PATCH", status(500, "failed to create typed patch object: .spec: unknown"));

    send(ApiRequest.patch(PATH, ApiRequest.ContentType.APPLY_PATCH, BODY));
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void deleting_a_certain_object_is_repeated_and_deleting_whatever_is_there_is_not() {
    server.on("DELETE", nothing());
    MapNode certain = (MapNode) Node.of(Map.of("preconditions", Map.of("uid", "u")));

    failure(ApiRequest.delete(PATH, Node.of(Map.of())));
    assertThat(server.asked()).hasSize(1);
    failure(ApiRequest.delete(PATH, certain));
    assertThat(server.asked()).hasSizeGreaterThan(2);
  }

  @Test
  void a_wrong_address_is_told_soon_and_says_where_it_comes_from() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (KubernetesConnection nowhere = desk.connect(Desk.to("http://127.0.0.1:" + port))) {
      ChartException failure =
          catchThrowableOfType(
              ChartException.class, () -> nowhere.server().send(ApiRequest.get("/version")));

      Problem problem = failure.problems().getFirst();
      assertThat(problem.message())
          .isEqualTo(
              "The API server `http://127.0.0.1:"
                  + port
                  + "` cannot be reached: it refuses the connection.");
      assertThat(problem.notes().getFirst().message())
          .isEqualTo("the address comes from --kube-apiserver");
      assertThat(desk.time.paused()).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_server_that_answered_before_is_waited_for() {
    server.on("GET", json("{}"));
    send(ApiRequest.get(PATH));
    server.close();

    assertThat(failure(ApiRequest.get(PATH)).code()).isEqualTo("cluster.unreachable");
    assertThat(desk.time.paused()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void a_host_that_is_not_there_is_named() {
    try (KubernetesConnection nowhere = desk.connect(Desk.to("https://nowhere.invalid:6443"))) {
      ChartException failure =
          catchThrowableOfType(
              ChartException.class, () -> nowhere.server().send(ApiRequest.get("/version")));

      assertThat(failure.problems().getFirst().message())
          .endsWith("cannot be reached: there is no host of the name `nowhere.invalid`.");
    }
  }

  @Test
  void a_login_page_is_no_api_server() {
    server.then(
        with(
            "Content-Type",
            "text/html",
            exchange -> ScriptedServer.send(exchange, 200, "<html>Log in</html>".getBytes())));
    assertThat(failure(ApiRequest.get(PATH)).code()).isEqualTo("cluster.no-api-server");

    server.then(with("Location", "https://login.test/", json(302, "")));
    assertThat(failure(ApiRequest.get(PATH)).code()).isEqualTo("cluster.no-api-server");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void a_server_that_speaks_no_tls_is_told_so() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refusePlainly(plain));
      String address = "https://127.0.0.1:" + plain.getLocalPort();
      try (KubernetesConnection tls = desk.connect(Desk.to(address))) {
        ChartException failure =
            catchThrowableOfType(
                ChartException.class, () -> tls.server().send(ApiRequest.get("/version")));

        assertThat(failure.problems().getFirst().code()).isEqualTo("cluster.untrusted");
      }
    }
  }

  private static void refusePlainly(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void credentials_that_are_not_accepted_are_told_with_what_to_do() {
    server.on("GET", status(401, "Unauthorized"));

    Problem problem = failure(ApiRequest.get(PATH));
    assertThat(problem.code()).isEqualTo("cluster.unauthenticated");
    assertThat(problem.hint()).startsWith("Log in again");
  }

  @Test
  void what_the_server_warns_of_is_told_once() {
    String warning = "299 - \"policy/v1beta1 \\\"PodSecurityPolicy\\\" is deprecated\"";
    server.on("GET", with("Warning", warning, json("{}")));
    send(ApiRequest.get(PATH));
    send(ApiRequest.get(PATH));

    assertThat(desk.warnings)
        .extracting(Problem::message)
        .containsExactly(
            "The API server warns: policy/v1beta1 \"PodSecurityPolicy\" is deprecated.");
  }

  @Test
  void packed_answers_are_unpacked() {
    server.then(gzip("{\"a\": \"ä\"}"));

    assertThat(send(ApiRequest.get(PATH)).object()).isEqualTo(Node.of(Map.of("a", "ä")));
  }

  @Test
  void an_answer_that_is_no_json_is_told_and_not_taken_for_nothing() {
    server.then(json("{\"a\": "));

    ChartException failure =
        catchThrowableOfType(ChartException.class, () -> send(ApiRequest.get(PATH)).object());
    assertThat(failure.problems().getFirst().code()).isEqualTo("cluster.unreadable");
  }
}
