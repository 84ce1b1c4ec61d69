package dev.pannier.engine.release;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that a reader sees the old text or the new one and nothing between, also after
 * the process was killed or the machine went down.
 */
public final class DurableFile {

  private DurableFile() {}

  /** What temporary files end in; whoever lists a folder passes them over. */
  private static final String TEMPORARY = ".tmp";

  /** Replaces a file's text, making its folder where there is none. Outlives a power cut. */
  public static void write(Path file, String text) throws IOException {
    replace(file, text, true);
    sync(folder(file));
  }

  /** Replaces a file's text likewise; outlives the process, and not a power cut. */
  public static void replace(Path file, String text) throws IOException {
    replace(file, text, false);
  }

  private static void replace(Path file, String text, boolean sync) throws IOException {
    Files.createDirectories(folder(file));
    Path temporary = file.resolveSibling(temporaryName(file));
    // no channel: one is closed under us as soon as the thread is interrupted
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      if (sync) {
        out.getFD().sync();
      }
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String temporaryName(Path file) {
    return file.getFileName()
        + "."
        + ProcessHandle.current().pid()
        + "-"
        + Thread.currentThread().threadId()
        + TEMPORARY;
  }

  /** Removes a file; nothing happens where there is none. */
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      sync(folder(file));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    return parent;
  }

  /**
   * Makes a rename outlive a power cut. Not every system lets a folder be opened: then as it is.
   */
  private static void sync(Path folder) {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows opens no folders, and needs no such sync
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
