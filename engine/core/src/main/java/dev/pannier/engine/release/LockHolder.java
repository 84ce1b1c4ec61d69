package dev.pannier.engine.release;

import java.time.Instant;

/**
 * Who holds a release.
 *
 * @param host the machine's name
 * @param process its process id there
 * @param command what it does: {@code pannier upgrade web}
 * @param since when it began
 */
public record LockHolder(String host, long process, String command, Instant since) {

  /** {@code `pannier upgrade web` (process 4711 on build-7, since 2026-11-20T21:33:00Z)}. */
  @Override
  public String toString() {
    return "`" + command + "` (process " + process + " on " + host + ", since " + since + ")";
  }
}
