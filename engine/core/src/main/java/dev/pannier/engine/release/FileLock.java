package dev.pannier.engine.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A release held through a lock of the operating system on a file: it is gone when its process is.
 * The file's text says who holds it; the locked byte lies far behind the text, because some systems
 * let nobody read what is locked.
 */
final class FileLock implements ReleaseLock {

  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final RandomAccessFile file;

  private FileLock(RandomAccessFile file) {
    this.file = file;
  }

  static FileLock take(Path path, ReleaseId id, LockHolder holder) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (tryLock(file) == null) {
        String other = holderOf(path);
        file.close();
        throw Refusals.busy(id, other);
      }
      byte[] text = JsonWriter.write(JournalRecord.write(holder)).getBytes(StandardCharsets.UTF_8);
      file.setLength(0);
      file.write(text);
      return new FileLock(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static java.nio.channels.@Nullable FileLock tryLock(RandomAccessFile file)
      throws IOException {
    try {
      return file.getChannel().tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException _) {
      return null; // another thread of this very process holds it
    }
  }

  private static String holderOf(Path path) throws IOException {
    try {
      if (JsonReader.read(new Source(path.toString(), Files.readString(path)))
          instanceof MapNode map) {
        return JournalRecord.readHolder(map).toString();
      }
    } catch (ChartException _) {
      // it is being written at this moment
    }
    return "another command";
  }

  @Override
  public void close() {
    try {
      file.setLength(0);
      file.close();
    } catch (IOException e) {
      throw Problem.error("release.store", "A release lock cannot be given back.").exception(e);
    }
  }
}
