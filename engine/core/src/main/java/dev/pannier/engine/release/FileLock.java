package dev.pannier.engine.release;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.MapNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A release held through a lock of the operating system on a file: it is gone when its process is.
 * The file's text says who holds it; the locked byte lies far behind the text, because some systems
 * let nobody read what is locked.
 */
final class FileLock implements ReleaseLock {

  private static final String NAME = "lock";
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /**
   * What this very process holds. To the operating system its threads are all one, and it takes a
   * lock away as soon as any of them closes the file: such a file must not even be opened.
   */
  private static final Map<Path, LockHolder> OURS = new ConcurrentHashMap<>();

  private final Path path;
  private final RandomAccessFile file;

  private FileLock(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static FileLock take(Path folder, ReleaseId id, LockHolder holder) throws IOException {
    Files.createDirectories(folder);
    Path own = in(folder);
    LockHolder other = OURS.putIfAbsent(own, holder);
    if (other != null) {
      throw Refusals.busy(id, other.toString());
    }
    try {
      return new FileLock(own, locked(own, id, holder));
    } catch (IOException | RuntimeException e) {
      OURS.remove(own);
      throw e;
    }
  }

  private static RandomAccessFile locked(Path path, ReleaseId id, LockHolder holder)
      throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (tryLock(file.getChannel(), false) == null) {
        String other = read(path).map(LockHolder::toString).orElse("another command");
        throw Refusals.busy(id, other);
      }
      byte[] text = JsonWriter.write(JournalRecord.write(holder)).getBytes(StandardCharsets.UTF_8);
      file.setLength(0);
      file.write(text);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Who holds a release at this moment. */
  static Optional<LockHolder> holder(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(NAME))) {
      return Optional.empty();
    }
    Path path = in(folder);
    LockHolder ours = OURS.get(path);
    Optional<LockHolder> named = ours == null ? read(path) : Optional.of(ours);
    return ours != null || named.isEmpty() || isLocked(path) ? named : Optional.empty();
  }

  /** Asked only where the text names somebody, who may have died: asking locks for a moment. */
  private static boolean isLocked(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return tryLock(channel, true) == null;
    }
  }

  /** Other ways to a folder lead to the same lock. */
  private static Path in(Path folder) throws IOException {
    return folder.toRealPath().resolve(NAME);
  }

  private static java.nio.channels.@Nullable FileLock tryLock(FileChannel channel, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, shared);
    } catch (OverlappingFileLockException _) {
      return null; // something else in this process holds it
    }
  }

  private static Optional<LockHolder> read(Path path) throws IOException {
    try {
      if (JsonReader.read(new Source(path.toString(), Files.readString(path)))
          instanceof MapNode map) {
        return Optional.of(JournalRecord.readHolder(map));
      }
    } catch (ChartException _) {
      // nobody holds it, or it is being written at this moment
    }
    return Optional.empty();
  }

  /** The operating system takes a lock from nobody who lives. */
  @Override
  public void ensureHeld() {}

  @Override
  public void close() {
    try {
      file.setLength(0);
      file.close();
    } catch (IOException e) {
      throw Problem.error("release.store-unusable", "A release lock cannot be given back.")
          .exception(e);
    } finally {
      OURS.remove(path);
    }
  }
}
