package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The machine that this runs on, as far as its process ids mean anything: its present boot and the
 * namespace of its processes. Host names are no proof, as containers share them and number their
 * processes alike.
 *
 * @param id empty where it cannot be told, as outside of Linux
 */
record Machine(String id) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

  static Machine here() {
    try {
      return new Machine(Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(PROCESSES));
    } catch (IOException | UnsupportedOperationException | SecurityException _) {
      return new Machine("");
    }
  }

  /**
   * Whether a holder surely has ended: it ran here, and no process of its number is as old as it.
   *
   * @param machine where it says to run
   */
  boolean isGone(LockHolder holder, String machine) {
    if (id.isEmpty() || !id.equals(machine)) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(holder.process());
    if (process.isEmpty() || !process.get().isAlive()) {
      return true;
    }
    Optional<Instant> started = process.get().info().startInstant();
    return started.isPresent() && started.get().isAfter(holder.since().plusSeconds(60));
  }
}
