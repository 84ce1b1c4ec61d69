package dev.pannier.cli.command;

import dev.pannier.cli.option.Arguments;
import dev.pannier.cli.output.ColorChoice;
import dev.pannier.cli.output.OutputFormat;
import dev.pannier.cli.output.Paint;
import dev.pannier.cli.output.ProblemPrinter;
import dev.pannier.cli.output.Progress;
import dev.pannier.cli.output.ProgressStyle;
import dev.pannier.cli.output.Shell;
import dev.pannier.engine.Pannier;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * One call of a command.
 *
 * @param paint the colours of standard error
 * @param clusters the cluster that it speaks to, if any
 */
record Call(Arguments arguments, Shell shell, Paint paint, Clusters clusters) {

  /** Writes to standard output. */
  void print(String text) {
    shell.out().print(text);
  }

  /** The colours of standard output. */
  Paint outputPaint() {
    return Paint.of(ColorChoice.of(arguments.text("--color")).onOutput(shell));
  }

  /**
   * Writes a file that the command line names.
   *
   * @throws dev.pannier.engine.problem.ChartException when the disk refuses
   */
  void write(String file, String text) {
    try {
      Files.writeString(shell.path(file), text);
    } catch (IOException e) {
      throw Problem.error(
              "output.unwritable", "`" + file + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  /**
   * Writes a file that the command line names, for its owner's eyes only.
   *
   * @throws dev.pannier.engine.problem.ChartException when the disk refuses
   */
  void writeSecret(String file, String text) {
    Path path = shell.path(file);
    try {
      Files.deleteIfExists(path);
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(owner));
      }
    } catch (IOException e) {
      throw Problem.error(
              "output.unwritable", "`" + file + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
    write(file, text);
  }

  /** Shows problems that do not end the command. */
  void warn(List<Problem> problems) {
    if (!problems.isEmpty()) {
      shell.out().flush();
      ProblemPrinter.tell(problems, shell, paint, progressStyle());
    }
  }

  /** Tells what is being done. */
  Progress progress() {
    return new Progress(shell, paint, progressStyle(), !Clusters.isSandbox(this));
  }

  private ProgressStyle progressStyle() {
    return arguments.knows("--progress")
        ? ProgressStyle.of(
            arguments.word("--progress", "auto", "auto", "tree", "lines", "json", "none"))
        : ProgressStyle.AUTO;
  }

  /** What {@code -o} says. */
  OutputFormat format() {
    return switch (arguments.word("--output", "table", "table", "json", "yaml")) {
      case "json" -> OutputFormat.JSON;
      case "yaml" -> OutputFormat.YAML;
      default -> OutputFormat.TABLE;
    };
  }

  /** Renders, by the clock and the chance of this shell. */
  Pannier pannier() {
    return new Pannier(shell.clock(), shell.random());
  }

  /** A release of this call's namespace. */
  ReleaseId release(String name) {
    return ReleaseId.of(namespace(), name);
  }

  /** The revision that the first operand and {@code --revision} name. */
  Release recordedRelease() {
    int revision = arguments.number("--revision", 0);
    return Clusters.records(this).get(release(arguments.operand(0)), revision);
  }

  /** The namespace that releases live in. */
  String namespace() {
    String named = Setting.NAMESPACE.of(this);
    return named.isEmpty() ? Clusters.namespace(this) : named;
  }
}
