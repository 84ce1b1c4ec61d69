package dev.pannier.engine.deploy.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one caller at a time into a sandbox: threads of this process by a lock of the JVM, because
 * locks on files belong to processes, and processes by a lock on a file.
 */
final class SandboxLock implements AutoCloseable {

  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel channel;

  private SandboxLock(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /** Waits for its turn. An interruption is kept for later: turns are short. */
  static SandboxLock take(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ReentrantLock threads =
        THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    threads.lock();
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
          FileLock _ = channel.lock(); // ends with the channel
          return new SandboxLock(threads, channel);
        } catch (FileLockInterruptionException _) {
          interrupted |= Thread.interrupted();
          channel.close();
        }
      }
    } catch (IOException | RuntimeException e) {
      threads.unlock();
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      threads.unlock();
    }
  }
}
