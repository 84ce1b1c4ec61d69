package dev.pannier.kubernetes;

import dev.pannier.engine.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's home, from which connections are opened. */
final class Desk {

  final TestTime time = new TestTime();
  final List<Problem> warnings = new CopyOnWriteArrayList<>();
  final List<String> messages = new CopyOnWriteArrayList<>();
  final Map<String, String> environment = new HashMap<>();
  final Path home;

  Desk(Path home) {
    this.home = home;
  }

  static ConnectionSettings settings(String kubeconfig, String context) {
    return new ConnectionSettings(kubeconfig, context, "", "", "", "", false, "", List.of(), 0, 0);
  }

  static ConnectionSettings to(String server) {
    return new ConnectionSettings("", "", server, "", "", "", false, "", List.of(), 0, 0);
  }

  Surroundings surroundings() {
    return new Surroundings(
        environment,
        home,
        home.resolve("cache"),
        time,
        new Random(7),
        time,
        warnings::add,
        messages::add,
        false);
  }

  KubernetesConnection connect(ConnectionSettings settings) {
    return KubernetesConnection.open(settings, surroundings());
  }

  Access access(ConnectionSettings settings) {
    return new AccessResolver(settings, surroundings()).resolve();
  }

  Path write(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
