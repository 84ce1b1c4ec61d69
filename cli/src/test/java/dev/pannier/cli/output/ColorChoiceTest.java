package dev.pannier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorChoiceTest {

  @Test
  void a_terminal_is_coloured_and_a_pipe_is_not() {
    assertThat(ColorChoice.AUTO.onError(shell(true, Map.of()))).isTrue();
    assertThat(ColorChoice.AUTO.onError(shell(false, Map.of()))).isFalse();
    assertThat(ColorChoice.AUTO.onError(shell(true, Map.of("TERM", "dumb")))).isFalse();
  }

  @Test
  void NO_COLOR_beats_CLICOLOR_FORCE_which_beats_the_terminal() {
    assertThat(ColorChoice.AUTO.onError(shell(true, Map.of("NO_COLOR", "1")))).isFalse();
    assertThat(ColorChoice.AUTO.onError(shell(true, Map.of("NO_COLOR", "")))).isTrue();
    assertThat(ColorChoice.AUTO.onError(shell(false, Map.of("CLICOLOR_FORCE", "1")))).isTrue();
    assertThat(ColorChoice.AUTO.onError(shell(false, Map.of("CLICOLOR_FORCE", "0")))).isFalse();
    assertThat(
            ColorChoice.AUTO.onError(shell(false, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"))))
        .isFalse();
  }

  @Test
  void the_flag_beats_all() {
    assertThat(ColorChoice.ALWAYS.onError(shell(false, Map.of("NO_COLOR", "1")))).isTrue();
    assertThat(ColorChoice.NEVER.onError(shell(true, Map.of("CLICOLOR_FORCE", "1")))).isFalse();
  }

  private static Shell shell(boolean terminal, Map<String, String> variables) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Shell(
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        variables,
        Path.of(""),
        terminal,
        terminal,
        Clock.systemUTC(),
        _ -> {},
        new java.util.Random(1),
        new Ending());
  }
}
