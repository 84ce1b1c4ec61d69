package dev.pannier.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Main code stays in small files: a file past the limit holds two nouns. */
class SourceSizeTest {
  private static final int MOST_LINES = 400;

  @Test
  void no_main_source_is_past_400_lines() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : SourceTree.javaFiles()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MOST_LINES && SourceTree.name(file).contains("src/main/")) {
        tooLong.add(SourceTree.name(file) + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }
}
