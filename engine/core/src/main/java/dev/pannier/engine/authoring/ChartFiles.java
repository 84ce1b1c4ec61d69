package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a folder that is either whole or not there: it is filled beside its place, and moved when
 * all is well.
 *
 * @param folder where it shall lie; an empty folder may be there
 * @param shown what people call it
 */
public record ChartFiles(Path folder, String shown) {

  /**
   * Writes files, and finishes them before anybody sees them.
   *
   * @param finish gets the folder that they lie in for now
   * @throws dev.pannier.engine.problem.ChartException when something is in the way, or the disk
   *     refuses; then nothing is left behind
   */
  public void write(Map<String, byte[]> files, Consumer<Path> finish) {
    try {
      refuseOthers();
      Path making = folder.resolveSibling("." + folder.getFileName() + ".making");
      delete(making);
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = making.resolve(file.getKey());
          Files.createDirectories(path.resolve("..").normalize());
          Files.write(path, file.getValue());
        }
        finish.accept(making);
        Files.deleteIfExists(folder);
        Files.move(making, folder);
      } finally {
        delete(making);
      }
    } catch (IOException e) {
      throw Problem.error(
              "authoring.not-written",
              "`" + shown + "` cannot be written: " + DiskReason.of(e) + ".")
          .exception(e);
    }
  }

  private void refuseOthers() throws IOException {
    Path parent = folder.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw Problem.error(
              "authoring.no-such-folder", "There is no folder to make `" + shown + "` in.")
          .hint("Make it first: `mkdir -p " + parent + "`.")
          .exception();
    }
    if (!Files.exists(folder)) {
      return;
    }
    boolean free = Files.isDirectory(folder);
    if (free) {
      try (Stream<Path> entries = Files.list(folder)) {
        free = entries.findAny().isEmpty();
      }
    }
    if (!free) {
      throw Problem.error("authoring.in-the-way", "`" + shown + "` is there already.")
          .at(Source.named(shown).whole())
          .hint("Choose another name, or move it away.")
          .exception();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Deleting());
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
