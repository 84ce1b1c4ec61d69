package dev.pannier.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Every Java source of the repository is laid out by google-java-format.
 *
 * <p>{@code ./format} rewrites those that are not. Why this is a test and no Maven plugin stands in
 * docs/decisions/0004-formatting.md.
 */
class FormattingTest {
  private static final boolean UPDATE = Boolean.getBoolean("format.update");

  @Test
  void sources_are_formatted() throws IOException {
    var sources = SourceTree.javaFiles();
    assertThat(sources).as("sources seen").hasSizeGreaterThan(5);

    var unformatted =
        sources.parallelStream().filter(FormattingTest::differs).map(SourceTree::name).toList();

    assertThat(unformatted).as("Not formatted; run ./format at the root").isEmpty();
  }

  private static boolean differs(Path file) {
    try {
      var text = Files.readString(file);
      var formatted = new Formatter().formatSourceAndFixImports(text);
      if (UPDATE && !formatted.equals(text)) {
        Files.writeString(file, formatted);
        return false;
      }
      return !formatted.equals(text);
    } catch (FormatterException e) {
      throw new AssertionError(SourceTree.name(file) + " does not parse: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
