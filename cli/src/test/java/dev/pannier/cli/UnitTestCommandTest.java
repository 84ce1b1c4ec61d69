package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UnitTestCommandTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void chart() {
    terminal = new Terminal(directory).chart();
  }

  @Test
  void a_first_test_is_written_and_then_fails_when_the_chart_changes() {
    thenEnds(ExitCode.DONE, "test --unit web");
    terminal.file("web/tests/default/values.yaml", "{}\n");
    terminal.file("web/tests/more/values.yaml", "replicas: 3\n");
    thenEnds(ExitCode.DONE, "test --unit web");
    thenEnds(ExitCode.DONE, "test --unit web --update");
    thenEnds(ExitCode.DONE, "test --unit web --update");
    terminal.file("web/values.yaml", "replicas: 2\nimage:\n  name: nginx\n  tag: \"1.31\"\n");
    thenEnds(ExitCode.FAILED, "test --unit web");
    thenEnds(ExitCode.FAILED, "test --unit web --fail-fast");
    thenEnds(ExitCode.FAILED, "test --unit web --filter mo* -o yaml");
    thenEnds(ExitCode.FAILED, "test --unit web --filter mor");
    then("update.txt");
  }

  @Test
  void assertions_are_told_with_the_lines_they_are_about() {
    terminal.file(
        "web/tests/scaling.yaml",
        """
        - name: is set by a value
          values: {replicas: 5}
          assert:
            - {in: Deployment, path: spec.replicas, equals: 4}
        - name: needs a number
          values: {replicas: many}
        """);
    thenEnds(ExitCode.FAILED, "test --unit web --junit report.xml");
    thenEnds(ExitCode.FAILED, "test --unit web -o json");
    then("assertions.txt");
    Goldens.in("unit").check("report.xml", masked(read("report.xml")));
  }

  @Test
  void what_cannot_be_run_is_told() {
    thenEnds(ExitCode.USAGE, "test");
    thenEnds(ExitCode.FAILED, "test --unit nowhere");
    terminal.run("package web");
    thenEnds(ExitCode.FAILED, "test --unit web-1.2.3.tgz");
    terminal.file("web/tests/default/case.yaml", "{}\n");
    thenEnds(ExitCode.FAILED, "test --unit web --junit no/such/folder/report.xml");
    then("sad.txt");
  }

  @Test
  @Timeout(30)
  void while_watched_what_is_affected_runs_again() throws Exception {
    terminal.file("web/tests/one/expected.yaml", "");
    terminal.file("web/tests/two/values.yaml", "replicas: 2\n");
    Terminal.Done[] done = new Terminal.Done[1];
    Thread command =
        Thread.ofPlatform()
            .start(() -> done[0] = terminal.run("test --unit web --watch --junit report.xml"));
    thenReported("tests=\"2\" failures=\"1\"");
    terminal.file("web/tests/two/case.yaml", "assert: {in: Deployment, count: 2}\n");
    thenReported("tests=\"1\" failures=\"1\"");
    terminal.file("web/values.yaml", "replicas: [\n");
    Thread.sleep(300);
    terminal.file("web/values.yaml", "replicas: 2\nimage:\n  name: nginx\n  tag: \"1.31\"\n");
    thenReported("tests=\"2\" failures=\"2\"");
    command.interrupt();
    command.join();

    assertThat(done[0].code()).isEqualTo(ExitCode.FAILED);
    assertThat(done[0].out()).contains("Waiting for changes; Ctrl-C ends.");
    assertThat(done[0].err()).contains("web/values.yaml:2:1");
  }

  /** The watch begins right after the first report; a change before that would be missed. */
  private void thenReported(String text) throws InterruptedException {
    Path report = directory.resolve("report.xml");
    while (!Files.exists(report) || !read("report.xml").contains(text)) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
  }

  private void then(String golden) {
    Goldens.in("unit").check(golden, masked(terminal.transcript()));
  }

  private static String masked(String text) {
    return text.replaceAll("\\d+(\\.\\d+)?m?s\\b", "0ms")
        .replaceAll("milliseconds(\"?: ?)\\d+", "milliseconds$10")
        .replaceAll("time=\"[0-9.]+\"", "time=\"0\"");
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void thenEnds(ExitCode code, String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.out() + done.err()).isEqualTo(code);
  }
}
