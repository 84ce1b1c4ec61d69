package dev.pannier.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a list of command lines in one JVM, for the build of the distribution: what was loaded then
 * is what the AOT cache holds.
 *
 * <p>A line holds words separated by blanks, and may end in {@code > file}. Lines that start with
 * {@code #} are comments.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * @param args the file with the lines, and the folder that holds the files written
   */
  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[1]);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        run(line, folder);
      }
    }
  }

  private static void run(String line, Path folder) throws IOException {
    var words = new ArrayList<>(List.of(line.split(" ")));
    int redirect = words.indexOf(">");
    var command = redirect < 0 ? words : words.subList(0, redirect);
    var output = runQuietly(line, command.toArray(String[]::new));
    if (redirect >= 0) {
      var file = folder.resolve(words.get(redirect + 1));
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, output);
    }
  }

  private static byte[] runQuietly(String line, String[] command) {
    var shown = System.out;
    var output = new ByteArrayOutputStream();
    int code;
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      code = Main.run(command);
    } finally {
      System.setOut(shown);
    }
    if (code != 0) {
      shown.println(output.toString(StandardCharsets.UTF_8));
      throw new IllegalStateException("`" + line + "` failed with exit code " + code);
    }
    return output.toByteArray();
  }
}
