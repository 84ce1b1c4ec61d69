package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pannier.cli.output.Ending;
import dev.pannier.cli.output.ExitCode;
import dev.pannier.cli.output.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every command. */
class RunTest {
  @TempDir private Path directory;

  @Test
  void a_bug_is_told_as_such_without_what_may_be_secret() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream broken =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void print(String text) {
            throw new IllegalStateException("broken on purpose");
          }
        };
    assertThat(Main.run(shell(broken, err), "env", "--namespace", "hunter2"))
        .isEqualTo(ExitCode.BUG);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error: This is a bug in Pannier, not a mistake of yours.\n")
        .contains("pannier dev env, Java ", "java.lang.IllegalStateException: broken on purpose")
        .doesNotContain("hunter2");
  }

  @Test
  void output_that_cannot_be_written_is_a_failure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(Main.run(shell(new PrintStream(full), err), "version")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error[output.lost]: The output could not be written, or not all of it.\n");
  }

  private Shell shell(PrintStream out, OutputStream err) {
    return new Shell(
        InputStream.nullInputStream(),
        out,
        new PrintStream(err, false, StandardCharsets.UTF_8),
        Map.of(),
        directory,
        false,
        false,
        Clock.systemUTC(),
        _ -> {},
        new Random(1),
        new Ending());
  }

  @Test
  void the_numbers_of_exit_codes_are_as_documented() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::number)
        .containsExactly(0, 1, 2, 3, 4, 70, 75);
  }

  @Test
  void the_namespace_is_that_of_the_flag_else_of_the_environment() {
    Terminal terminal = new Terminal(directory);
    assertThat(terminal.run("env PANNIER_NAMESPACE").out()).isEqualTo("default\n");
    terminal.with("HELM_NAMESPACE", "theirs");
    assertThat(terminal.run("env PANNIER_NAMESPACE").out()).isEqualTo("theirs\n");
    terminal.with("PANNIER_NAMESPACE", "ours");
    assertThat(terminal.run("env PANNIER_NAMESPACE").out()).isEqualTo("ours\n");
    assertThat(terminal.run("-n shop env PANNIER_NAMESPACE").out()).isEqualTo("shop\n");
    assertThat(terminal.run("env PANNIER_NAMESPACE --namespace=shop").out()).isEqualTo("shop\n");
  }

  @Test
  void values_come_from_urls_too() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "replicas: 5\n".getBytes(StandardCharsets.UTF_8);
          boolean found = exchange.getRequestURI().getPath().equals("/values.yaml");
          exchange.sendResponseHeaders(found ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Terminal terminal = new Terminal(directory).chart();
      assertThat(terminal.run("template web web -f " + url + "/values.yaml").out())
          .contains("replicas: 5\n");
      Terminal.Done missing = terminal.run("template web web -f " + url + "/vals.yaml");
      assertThat(missing.code()).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(missing.err())
          .contains("`" + url + "/vals.yaml` cannot be fetched: the server answers 404.");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_terminal_shows_what_is_waited_for_below_and_takes_it_away() {
    Terminal terminal = new Terminal(directory).chart().watched();
    String shown = terminal.run("install web web --sandbox s --wait").err();
    assertThat(shown)
        .contains("\u001b[2mcreated    \u001b[0mDeployment/web\n")
        .contains("Deployment/web  0 of 1 replicas are available")
        .endsWith("\u001b[J  \u001b[32mready      \u001b[0mDeployment/web\n");
  }

  @Test
  void programs_read_progress_and_problems_as_json_on_standard_error() {
    Terminal terminal = new Terminal(directory).chart();
    Terminal.Done done =
        terminal.run(
            "install web web --sandbox s --wait --set image.tag=crash --progress json -o json");
    assertThat(done.code()).isEqualTo(ExitCode.FAILED);
    assertThat(done.out()).isEmpty();
    assertThat(done.err().lines()).allMatch(line -> line.startsWith("{\"event\":\""));
    assertThat(done.err())
        .contains("{\"event\":\"failed\",", "{\"event\":\"problem\",\"code\":\"deploy.not-ready\"");
  }

  @Test
  void debugging_shows_which_code_told_of_the_problem() {
    assertThat(new Terminal(directory).run("template nowhere --debug").err())
        .startsWith("error[chart.not-found]: There is no chart at `nowhere`.\n")
        .contains("dev.pannier.engine.problem.ChartException");
  }
}
