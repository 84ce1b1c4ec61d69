package dev.pannier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.cli.output.ExitCode;
import dev.pannier.engine.TemplateHelper;
import dev.pannier.engine.TemplateHelpers;
import dev.pannier.test.Goldens;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpersCommandTest {
  @TempDir private Path directory;
  private Terminal terminal;

  @BeforeEach
  void open() {
    terminal = new Terminal(directory);
  }

  @Test
  void all_helpers_have_a_line_by_their_group() {
    Goldens.in("helpers").check("all.txt", terminal.run("helpers").out());
  }

  @Test
  void one_helper_is_told_whole() {
    for (String name :
        new String[] {
          "trunc", "dict", "now", "nindent", "default", "each", "Files.Get", "getHostByName"
        }) {
      assertThat(terminal.run("helpers " + name).code()).isEqualTo(ExitCode.DONE);
    }
    Goldens.in("helpers").check("one.txt", terminal.transcript());
  }

  @Test
  void programs_get_data() {
    Goldens.in("helpers").check("trunc.json", terminal.run("helpers trunc -o json").out());
    Goldens.in("helpers").check("lookup.yaml", terminal.run("helpers lookup -o yaml").out());
    assertThat(terminal.run("helpers -o yaml").out()).startsWith("- example: ");
    assertThat(terminal.run("helpers -q").out())
        .isEqualTo(String.join("\n", TemplateHelpers.names()) + "\n");
  }

  @Test
  void an_unknown_helper_fails_with_the_nearest_one() {
    Terminal.Done done = terminal.run("helpers trunk");

    assertThat(done.code()).isEqualTo(ExitCode.FAILED);
    assertThat(done.err()).contains("There is no helper `trunk`.", "Did you mean `trunc`?");
    assertThat(terminal.run("helpers frobnicate").err()).contains("`pannier helpers` prints them");
  }

  @Test
  void each_helper_has_a_page_within_the_width() {
    for (TemplateHelper helper : TemplateHelpers.all()) {
      assertThat(terminal.run("helpers " + helper.name()).out())
          .contains(helper.signature(), "Example:");
    }
  }
}
