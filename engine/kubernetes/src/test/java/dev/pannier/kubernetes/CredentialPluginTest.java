package dev.pannier.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Note;
import dev.pannier.engine.problem.Problem;
import dev.pannier.kubernetes.api.ApiRequest;
import dev.pannier.kubernetes.api.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Credentials that a program of the user's makes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CredentialPluginTest {

  @TempDir private Path home;
  private Desk desk;

  @BeforeEach
  void sit() {
    desk = new Desk(home);
    desk.environment.put("PATH", System.getenv("PATH"));
  }

  private void plugin(String script, String server) throws IOException {
    Path file = desk.write(".kube/my plugin", "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    desk.write(
        ".kube/config",
        """
        current-context: a
        contexts: [{name: a, context: {cluster: a, user: a}}]
        clusters: [{name: a, cluster: {server: 'SERVER'}}]
        users:
          - name: a
            user:
              exec:
                apiVersion: client.authentication.k8s.io/v1
                command: './my plugin'
                args: ['a b', '$HOME']
                env: [{name: WHO, value: me}]
                provideClusterInfo: true
                installHint: Ask Ann for it.
        """
            .replace("SERVER", server));
  }

  private static String credential(String status) {
    return "echo '{\"kind\": \"ExecCredential\", \"status\": " + status + "}'\n";
  }

  private Credentials credentials() {
    return desk.access(Desk.settings("", "")).credentials();
  }

  private Problem problem() {
    return catchThrowableOfType(ChartException.class, () -> credentials().authorization())
        .problems()
        .getFirst();
  }

  @Test
  void it_is_run_as_it_stands_and_told_what_for() throws IOException {
    plugin(
        "echo \"$1|$2|$WHO\" > "
            + home
            + "/seen; echo \"$KUBERNETES_EXEC_INFO\" > "
            + home
            + "/info; echo hello >&2\n"
            + credential("{\"token\": \"t\"}"),
        "https://a.test");

    assertThat(credentials().authorization()).contains("Bearer t");
    assertThat(home.resolve("seen")).hasContent("a b|$HOME|me");
    assertThat(Files.readString(home.resolve("info")))
        .contains("\"server\":\"https://a.test\"")
        .contains("\"interactive\":false");
    assertThat(desk.messages).containsExactly("hello");
  }

  @Test
  void it_is_run_again_when_its_credential_has_expired() throws IOException {
    plugin(
        "echo x >> "
            + home
            + "/runs\n"
            + credential("{\"token\": \"t\", \"expirationTimestamp\": \"2026-01-01T00:10:00Z\"}"),
        "https://a.test");
    Credentials credentials = credentials();
    credentials.authorization();
    credentials.authorization();
    assertThat(Files.readAllLines(home.resolve("runs"))).hasSize(1);

    desk.time.pass(Duration.ofMinutes(10));
    credentials.authorization();
    assertThat(Files.readAllLines(home.resolve("runs"))).hasSize(2);
  }

  @Test
  void it_is_run_again_when_the_server_does_not_accept_what_it_gave() throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      plugin(
          "echo x >> "
              + home
              + "/runs\n"
              + "echo \"{\\\"kind\\\": \\\"ExecCredential\\\", \\\"status\\\": {\\\"token\\\":"
              + " \\\"t$(wc -l < "
              + home
              + "/runs | tr -d ' ')\\\"}}\"\n",
          server.address());
      server.then(ScriptedServer.status(401, "Unauthorized"), ScriptedServer.json("{}"));
      try (KubernetesConnection connection = desk.connect(Desk.settings("", ""))) {
        assertThat(connection.server().send(ApiRequest.get("/version")).isOk()).isTrue();
      }
      assertThat(server.asked())
          .extracting(each -> each.header("Authorization"))
          .containsExactly("Bearer t1", "Bearer t2");
    }
  }

  @Test
  void what_it_says_when_it_fails_is_told() throws IOException {
    plugin("echo 'token expired, run: login' >&2; exit 3\n", "https://a.test");

    Problem problem = problem();
    assertThat(problem.message())
        .isEqualTo(
            "The credential plugin `./my plugin` for the API server `https://a.test` (context `a`)"
                + " ended with the exit code 3.");
    assertThat(problem.notes())
        .extracting(Note::message)
        .contains("it said: token expired, run: login");
  }

  @Test
  void one_that_is_not_there_is_told_with_how_to_get_it() throws IOException {
    plugin("", "https://a.test");
    Files.delete(home.resolve(".kube/my plugin"));

    assertThat(problem().message()).endsWith("cannot be started.");
    assertThat(problem().hint()).isEqualTo("Ask Ann for it.");
  }

  @Test
  void what_is_no_credential_is_told_and_not_shown() throws IOException {
    plugin("echo 'password: secret'\n", "https://a.test");
    assertThat(problem().toString()).contains("does not answer in JSON").doesNotContain("secret");

    plugin(credential("{}"), "https://a.test");
    assertThat(problem().message()).endsWith("gives neither a token nor a certificate.");
  }
}
