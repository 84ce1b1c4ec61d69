package dev.pannier.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldensTest {
  @TempDir Path folder;

  @Test
  void equal_text_passes() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");

    assertThatNoException().isThrownBy(() -> checking().check("a.txt", "one\ntwo\n"));
  }

  @Test
  void a_missing_golden_is_written_and_fails() {
    assertThatThrownBy(() -> checking().check("deep/er/a.txt", "text\n"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("was missing and is now written");

    assertThat(folder.resolve("deep/er/a.txt")).hasContent("text\n");
  }

  @Test
  void a_difference_fails_and_shows_its_lines_with_some_around_them() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");

    assertThatThrownBy(() -> checking().check("a.txt", "1\n2\n3\n4\nFIVE\n5½\n6\n7\n8\n9\n"))
        .hasMessageEndingWith(
            """
            @@ line 5 @@
              2
              3
              4
            - five
            + FIVE
            + 5½
              6
              7
              8
            """);
    assertThat(folder.resolve("a.txt")).content().contains("five");
  }

  @Test
  void a_missing_line_break_at_the_end_is_a_difference() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one\n");

    assertThatThrownBy(() -> checking().check("a.txt", "one"))
        .hasMessageEndingWith("@@ line 2 @@\n  one\n- \n");
  }

  @Test
  void a_carriage_return_shows() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one\n");

    assertThatThrownBy(() -> checking().check("a.txt", "one\r\n"))
        .hasMessageContaining("- one\n+ one\\r\n");
  }

  @Test
  void update_rewrites_the_golden_and_passes() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old\n");

    new Goldens(folder, true).check("a.txt", "new\n");

    assertThat(folder.resolve("a.txt")).hasContent("new\n");
  }

  private Goldens checking() {
    return new Goldens(folder, false);
  }
}
