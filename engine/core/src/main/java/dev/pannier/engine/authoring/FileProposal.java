package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as it should be, beside what it is.
 *
 * @param path where it lies
 * @param shown what people call it
 * @param before what it holds; empty where there is none
 * @param after what it should hold
 */
public record FileProposal(Path path, String shown, Optional<String> before, String after) {

  /**
   * A proposal for a file that may be there or not.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read
   */
  static FileProposal of(Path path, String shown, Optional<String> before, String after) {
    boolean crlf = before.isPresent() && before.get().contains("\r\n");
    String ended = after.replace("\r\n", "\n");
    return new FileProposal(path, shown, before, crlf ? ended.replace("\n", "\r\n") : ended);
  }

  /** What a file holds; empty where there is none. */
  static Optional<String> read(Path path, String shown) {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw Problem.error(
              "authoring.unreadable", "`" + shown + "` cannot be read: " + DiskReason.of(e) + ".")
          .at(Source.named(shown).whole())
          .exception(e);
    }
  }

  /** Whether writing it would change anything. */
  public boolean differs() {
    return before.isEmpty() || !before.get().equals(after);
  }

  /** What writing it would change, as `diff -u` tells it; empty where it would change nothing. */
  public String diff() {
    return LineDiff.unified(before.orElse(""), after, shown, before.isEmpty());
  }

  /**
   * Writes it.
   *
   * @throws dev.pannier.engine.problem.ChartException when the disk refuses
   */
  public void write() {
    try {
      Files.writeString(path, after);
    } catch (IOException e) {
      throw Problem.error(
              "authoring.not-written",
              "`" + shown + "` cannot be written: " + DiskReason.of(e) + ".")
          .at(Source.named(shown).whole())
          .exception(e);
    }
  }
}
