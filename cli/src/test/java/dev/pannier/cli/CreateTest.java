package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.authoring.StarterKind;
import dev.pannier.test.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A created chart is whole: all that is done with charts works on it untouched. */
class CreateTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void terminal() {
    terminal = new Terminal(directory);
  }

  @ParameterizedTest
  @EnumSource(StarterKind.class)
  void a_new_chart_passes_all_checks_and_can_be_installed(StarterKind kind) {
    String chart = kind == StarterKind.LIBRARY ? "shop/example" : "shop";
    thenDone("create shop --starter " + kind.word());

    assertThat(thenDone("lint shop " + chart + " -o json").out())
        .doesNotContain("\"warning\"", "\"error\"", "lint.");
    assertThat(thenDone("test --unit " + chart).out()).contains("all passed");
    thenDone("schema " + chart + " --check");
    thenDone("docs shop " + chart + " --check");
    thenDone("template x " + chart + " --validate");
    thenDone("install x " + chart + " --sandbox cluster --wait");
  }

  @Test
  void names_that_begin_with_digits_or_are_as_long_as_they_may_be_work_too() {
    for (String name : List.of("7-up", "x", "n".repeat(53))) {
      thenDone("create " + name);
      assertThat(thenDone("test --unit " + name).out()).contains("all passed");
      assertThat(thenDone("lint " + name + " -o json").out()).doesNotContain("\"warning\"");
    }
  }

  @Test
  void what_was_made_and_what_comes_next_is_told() {
    Goldens goldens = Goldens.in("create");
    goldens.check("web.txt", thenDone("create shop").out());
    goldens.check("library.txt", thenDone("create charts-of-ours -p library").out());
  }

  @Test
  void a_folder_is_a_starter_too() throws IOException {
    terminal.file("team/Chart.yaml", "apiVersion: v2\nname: starter # ours\nversion: 1.0.0\n");
    terminal.file("team/templates/<CHARTNAME>.yaml.hbs", "kind: {{> <CHARTNAME>.kind}}\n");
    Files.write(directory.resolve("team/logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    thenDone("create shop -p team");

    assertThat(directory.resolve("shop/Chart.yaml"))
        .hasContent("apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    assertThat(directory.resolve("shop/templates/shop.yaml.hbs"))
        .hasContent("kind: {{> shop.kind}}\n");
    assertThat(directory.resolve("shop/logo.png"))
        .hasBinaryContent(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
  }

  @Test
  void what_cannot_be_made_is_told_and_leaves_nothing_behind() throws IOException {
    terminal.file("full/notes.txt", "mine\n");
    terminal.file("file", "mine\n");
    terminal.file("no-chart/values.yaml", "a: 1\n");
    Files.createDirectory(directory.resolve("empty"));
    terminal.run("create");
    terminal.run("create Shop");
    terminal.run("create full");
    terminal.run("create file");
    terminal.run("create charts/shop");
    terminal.run("create shop --starter stateless");
    terminal.run("create shop --starter worker");
    terminal.run("create shop --starter no-chart");
    terminal.run("create empty");
    Goldens.in("create").check("sad.txt", terminal.transcript());

    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("full", "file", "no-chart", "empty");
    }
  }

  private Terminal.Done thenDone(String line) {
    Terminal.Done done = terminal.run(line);
    assertThat(done.code()).as(line + "\n" + done.out() + done.err()).isEqualTo(ExitCode.DONE);
    return done;
  }
}
