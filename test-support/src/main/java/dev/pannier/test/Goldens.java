package dev.pannier.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/**
 * Compares text with the files that hold what is expected ("goldens").
 *
 * <p>A golden that does not exist yet is written and the test fails, so that nobody commits one
 * unread. {@code -Dgoldens.update=true} rewrites every golden that a test touches; read the diff
 * before you commit it. The comparison is exact: callers mask temporary paths, versions and times.
 */
public final class Goldens {
  private final Path folder;
  private final boolean update;

  Goldens(Path folder, boolean update) {
    this.folder = folder;
    this.update = update;
  }

  /**
   * The goldens under {@code src/test/resources/<folder>} of the module whose tests run.
   *
   * @param folder a relative path with {@code /} between its parts
   */
  public static Goldens in(String folder) {
    return at(Path.of("src", "test", "resources").resolve(folder));
  }

  /** The goldens under any folder, such as those that a chart ships with. */
  public static Goldens at(Path folder) {
    return new Goldens(folder, Boolean.getBoolean("goldens.update"));
  }

  /**
   * Fails unless {@code actual} equals the golden, character by character.
   *
   * @param name the golden's path below the folder, for instance {@code lint/no-kind.txt}
   * @throws AssertionFailedError with the lines that differ, or because the golden was missing
   */
  public void check(String name, String actual) {
    var file = folder.resolve(name);
    try {
      if (update) {
        write(file, actual);
      } else if (Files.notExists(file)) {
        write(file, actual);
        throw new AssertionFailedError(
            "Golden `" + file + "` was missing and is now written: read it, then run again.");
      } else {
        compare(file, Files.readString(file), actual);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(Path file, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionFailedError(
          "Golden `%s` differs (- expected, + actual; -Dgoldens.update=true rewrites it):%n%s"
              .formatted(file, LineDiff.between(expected, actual)),
          expected,
          actual);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
