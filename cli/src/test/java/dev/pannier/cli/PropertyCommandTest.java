package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyCommandTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void chart() {
    terminal =
        new Terminal(directory)
            .chart()
            .file(
                "web/values.schema.json",
                """
                {"properties": {"replicas": {"type": "integer", "minimum": 0}}}
                """);
  }

  @Test
  void the_smallest_failing_values_become_a_case_that_fails() {
    thenEnds(ExitCode.FAILED, "test --unit --property web --seed 4 --save-failing web/tests/found");
    thenEnds(ExitCode.FAILED, "test --unit web");
    thenEnds(ExitCode.FAILED, "test --unit --property web --seed 4 -o yaml");
    thenEnds(ExitCode.DONE, "test --unit --property web --seed 4 --allow manifest.wrong-type");
    terminal.file(
        "web/values.schema.json",
        """
        {"properties": {"replicas": {"type": "integer", "minimum": 0, "maximum": 9}}}
        """);
    thenEnds(ExitCode.DONE, "test --unit --property web --seed 4 --runs 50");
    Goldens.in("unit").check("property.txt", masked(terminal.transcript()));
  }

  @Test
  void each_run_without_a_seed_has_one_of_its_own_and_tells_it() {
    String first = terminal.run("test --unit --property web --runs 1").out();
    String second = terminal.run("test --unit --property web --runs 1").out();
    assertThat(first).containsPattern("1 run of seed \\d+");
    assertThat(masked(second)).isNotEqualTo(masked(first));
  }

  @Test
  void time_and_watching_are_limited() {
    thenEnds(ExitCode.DONE, "test --unit --property web --seed 1 --timeout 0 --runs 10");
    thenEnds(ExitCode.USAGE, "test --unit --property web --watch");
    thenEnds(ExitCode.USAGE, "test --unit --property web --timeout soon");
    thenEnds(ExitCode.USAGE, "test --unit --property web --runs many");
    Goldens.in("unit").check("property-limits.txt", masked(terminal.transcript()));
  }

  private static String masked(String text) {
    return text.replaceAll("\\d+(\\.\\d+)?m?s, \\d+/s", "0ms, 0/s")
        .replaceAll("\\d+(\\.\\d+)?m?s\\b", "0ms")
        .replaceAll("milliseconds: \\d+", "milliseconds: 0");
  }

  private void thenEnds(ExitCode code, String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.out() + done.err()).isEqualTo(code);
  }
}
