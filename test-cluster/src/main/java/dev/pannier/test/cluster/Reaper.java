package dev.pannier.test.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes and removes their folder as soon as this JVM closes it or is gone, by SIGKILL too:
 * a shell of its own that waits for the end of a pipe which the JVM holds.
 */
final class Reaper implements AutoCloseable {

  // Ctrl-C in a terminal reaches the shell as well: it must outlive the others.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      while read -r pid; do pids="$pids $pid"; done
      [ -z "$pids" ] || kill -9 $pids 2>/dev/null
      rm -rf "$1"
      """;

  private final Process shell;
  private final OutputStream pipe;

  Reaper(Path folder) throws IOException {
    shell =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, "reaper", folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    pipe = shell.getOutputStream();
  }

  /** Starts a process that ends with this JVM; what it writes goes to a file. */
  Process start(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    pipe.write((process.pid() + "\n").getBytes(StandardCharsets.US_ASCII));
    pipe.flush();
    return process;
  }

  @Override
  public void close() {
    try {
      pipe.close();
      shell.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
