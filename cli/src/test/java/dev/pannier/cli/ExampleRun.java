package dev.pannier.cli;

import dev.pannier.cli.message.MessageCatalogue;
import dev.pannier.cli.message.MessageExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the example of a message in a folder of its own, as a reader would. */
final class ExampleRun {
  private final Path folder;
  private final Terminal terminal;
  private String last = "";

  private ExampleRun(Path folder) {
    this.folder = folder;
    this.terminal = new Terminal(folder);
  }

  /** What the last command printed, standard error after standard output. */
  static String of(MessageExample.Shown example, Path folder)
      throws IOException, InterruptedException {
    ExampleRun run = new ExampleRun(folder);
    MessageCatalogue.exampleChart().forEach(run.terminal::file);
    example.files().forEach(run.terminal::file);
    List<String> commands = example.commands();
    for (String command : commands) {
      run.command(command);
    }
    return run.last
        .replace(folder.toString(), "/home/me")
        // How long the cases of a chart took.
        .replaceAll("\\b[0-9]+ms\\b", "9ms");
  }

  private void command(String line) throws IOException, InterruptedException {
    if (!ShellWords.isPannier(line)) {
      shell(line);
      return;
    }
    ShellWords words = ShellWords.of(line);
    words.variables().forEach(terminal::with);
    if (words.output().startsWith("/dev/")) {
      terminal.writingTo(Path.of(words.output()));
    }
    Terminal.Done done = terminal.run(words.words().toArray(String[]::new));
    if (words.output().isEmpty()) {
      last = done.out() + done.err();
    } else {
      last = done.err();
    }
  }

  private void shell(String line) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-ec", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("`" + line + "` failed: " + printed);
    }
  }

  /** A folder below another one. */
  static Path folder(Path parent, String code) throws IOException {
    return Files.createDirectories(parent.resolve(code));
  }
}
