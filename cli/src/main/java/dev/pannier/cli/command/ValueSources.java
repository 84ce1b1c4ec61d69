package dev.pannier.cli.command;

import dev.pannier.cli.option.UsageProblem;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.values.ValuesFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what {@code -f} and {@code --set-file} name: files, URLs, and standard input. */
final class ValueSources implements ValuesFiles {
  private final Shell shell;
  private boolean inputIsRead;

  ValueSources(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Source read(String reference) {
    if (reference.equals("-")) {
      return standardInput();
    }
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      return new Source(reference, WebText.read(reference));
    }
    return file(reference);
  }

  private Source standardInput() {
    if (inputIsRead) {
      throw UsageProblem.of(
          "cli.flags-clash",
          "Standard input is named twice.",
          "Give `-` once: what was read is gone.");
    }
    inputIsRead = true;
    try {
      return new Source("standard input", text(shell.in().readAllBytes()));
    } catch (IOException e) {
      throw Problem.error("values.unreadable", "Standard input cannot be read.").exception(e);
    }
  }

  private Source file(String reference) {
    Path path = shell.path(reference);
    try {
      return new Source(reference, text(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      throw missing(reference, path, e);
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a folder" : DiskReason.of(e);
      throw Problem.error("values.unreadable", "`" + reference + "` cannot be read: " + why + ".")
          .hint(Files.isDirectory(path) ? "Name a file in it." : "")
          .exception(e);
    }
  }

  private static ChartException missing(String reference, Path path, NoSuchFileException cause) {
    int slash = reference.lastIndexOf('/') + 1;
    String meant =
        Suggestion.closest(reference.substring(slash), siblings(path))
            .map(name -> "Did you mean `" + reference.substring(0, slash) + name + "`?")
            .orElse("Paths are relative to the working directory.");
    return Problem.error("values.file-not-found", "There is no file `" + reference + "`.")
        .hint(meant)
        .exception(cause);
  }

  private static List<String> siblings(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    List<String> names = new ArrayList<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries.sorted().forEach(entry -> names.add(String.valueOf(entry.getFileName())));
      } catch (IOException _) {
        // They only serve a suggestion.
        return List.of();
      }
    }
    return names;
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
