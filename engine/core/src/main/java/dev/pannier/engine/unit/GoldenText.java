package dev.pannier.engine.unit;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What expected.yaml holds: the same that {@code pannier template} prints. */
final class GoldenText {
  private GoldenText() {}

  static String of(List<Resource> documents) {
    StringBuilder text = new StringBuilder();
    for (Resource document : documents) {
      text.append("---\n# Source: ").append(document.source()).append('\n').append(document.text());
    }
    return text.toString();
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Problem.error(
              "test.unwritable", "`" + file + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }
}
