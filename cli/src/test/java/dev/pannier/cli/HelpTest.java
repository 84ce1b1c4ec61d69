package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private final Goldens goldens = Goldens.in("help");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "completion",
        "docs",
        "env",
        "get",
        "get all",
        "get hooks",
        "get manifest",
        "get metadata",
        "get notes",
        "get values",
        "help",
        "helpers",
        "history",
        "install",
        "lint",
        "list",
        "package",
        "rollback",
        "schema",
        "show",
        "show all",
        "show chart",
        "show crds",
        "show readme",
        "show schema",
        "show values",
        "status",
        "template",
        "test",
        "uninstall",
        "upgrade",
        "version"
      })
  void a_screen_of_each_command(String verb) {
    Terminal.Done done = new Terminal(directory).run(verb + " --help");
    assertThat(done.code()).isEqualTo(ExitCode.DONE);
    assertThat(done.err()).isEmpty();
    goldens.check(verb.replace(' ', '-') + ".txt", done.out());
    assertThat(new Terminal(directory).run("help " + verb).out()).isEqualTo(done.out());
  }

  @Test
  void the_main_screen_comes_without_a_command_too() {
    Terminal.Done done = new Terminal(directory).run("");
    goldens.check("main.txt", done.out());
    assertThat(new Terminal(directory).run("--help").out()).isEqualTo(done.out());
    assertThat(new Terminal(directory).run("help").out()).isEqualTo(done.out());
  }

  @Test
  void aliases_lead_to_the_same_screens() {
    Terminal terminal = new Terminal(directory);
    assertThat(terminal.run("ls -h").out()).isEqualTo(terminal.run("list -h").out());
    assertThat(terminal.run("inspect values -h").out())
        .isEqualTo(terminal.run("show values -h").out());
    for (String alias : new String[] {"del", "delete", "un"}) {
      assertThat(terminal.run(alias + " -h").out()).isEqualTo(terminal.run("uninstall -h").out());
    }
  }

  @Test
  void only_examples_may_be_wider_than_the_terminal() {
    Terminal narrow = new Terminal(directory).with("COLUMNS", "80");
    for (String verb : new String[] {"install", "upgrade", "list", "template"}) {
      assertThat(narrow.run(verb + " --help").out().lines())
          .filteredOn(line -> !line.startsWith("  pannier "))
          .allMatch(line -> line.length() <= 80);
    }
  }
}
