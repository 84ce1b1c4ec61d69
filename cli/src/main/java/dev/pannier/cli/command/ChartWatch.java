package dev.pannier.cli.command;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.DiskReason;
import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for changes of files in folders and all that lies in them. */
final class ChartWatch implements AutoCloseable {
  /** Editors write a file in several steps, and version control many files at once. */
  private static final long QUIET_MILLIS = 80;

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  private ChartWatch(WatchService service) {
    this.service = service;
  }

  /**
   * Watches folders.
   *
   * @throws ChartException when the system does not let it
   */
  static ChartWatch of(Iterable<Path> roots) {
    try {
      ChartWatch watch = new ChartWatch(FileSystems.getDefault().newWatchService());
      for (Path root : roots) {
        watch.add(root);
      }
      return watch;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private static ChartException refused(IOException e) {
    return Problem.error(
            "chart.unreadable", "The chart cannot be watched: " + DiskReason.of(e) + ".")
        .hint("Run the tests without `--watch`.")
        .exception(e);
  }

  private void add(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || isIgnored(folder)) {
      return;
    }
    folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        add(entry);
      }
    }
  }

  /** What editors and version control keep for themselves. */
  private static boolean isIgnored(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean here = name.isEmpty() || name.equals(".") || name.equals("..");
    return !here && (name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp"));
  }

  /**
   * Waits until something changes, and then until nothing does.
   *
   * @return what changed; a folder where more changed in it than can be told
   */
  Set<Path> changes() throws InterruptedException {
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty()) {
      collect(service.take(), changed);
      WatchKey next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      while (next != null) {
        collect(next, changed);
        next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return changed;
  }

  private void collect(WatchKey key, Set<Path> changed) {
    Path folder = folders.get(key);
    List<WatchEvent<?>> events = key.pollEvents();
    if (folder == null) {
      return;
    }
    for (WatchEvent<?> event : events) {
      Path path = event.context() instanceof Path name ? folder.resolve(name) : folder;
      if (event.kind() == OVERFLOW || !isIgnored(path)) {
        changed.add(path);
        addNew(path);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  private void addNew(Path path) {
    try {
      add(path);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw refused(e);
    }
  }
}
