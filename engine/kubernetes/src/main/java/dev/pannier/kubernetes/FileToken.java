package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import dev.pannier.kubernetes.api.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A token in a file that somebody else keeps fresh, as the kubelet does for a pod. */
final class FileToken implements Credentials {

  /** As client-go has it: tokens live for an hour or so and are replaced long before. */
  private static final long FRESH_MILLIS = 60_000;

  private final Path file;
  private final Clock clock;
  private String value = "";
  private long readAt;

  FileToken(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<String> authorization() {
    if (value.isEmpty() || clock.millis() - readAt > FRESH_MILLIS) {
      value = "Bearer " + read();
      readAt = clock.millis();
    }
    return Optional.of(value);
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (value.equals(refused)) {
      value = "";
    }
    return !authorization().orElse("").equals(refused);
  }

  private String read() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Problem.error("cluster.credentials", "The token file `" + file + "` cannot be read.")
          .exception(e);
    }
  }
}
