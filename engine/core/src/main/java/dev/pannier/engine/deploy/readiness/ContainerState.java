package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A container as its pod tells of it.
 *
 * @param name its name
 * @param setsUp whether it is an init container
 * @param status its entry in the pod's status
 */
public record ContainerState(String name, boolean setsUp, MapNode status) {

  private static final int SIGNALS = 128;

  /** The containers of a pod, init containers first. */
  public static List<ContainerState> of(ObjectStatus pod) {
    List<ContainerState> containers = new ArrayList<>();
    add(pod, "initContainerStatuses", true, containers);
    add(pod, "containerStatuses", false, containers);
    return containers;
  }

  private static void add(
      ObjectStatus pod, String key, boolean setsUp, List<ContainerState> containers) {
    for (Node item : pod.status().list(key)) {
      if (item instanceof MapNode status) {
        containers.add(new ContainerState(status.text("name").orElse(""), setsUp, status));
      }
    }
  }

  public boolean isReady() {
    return BoolNode.TRUE.equals(status.get("ready"));
  }

  boolean isRunning() {
    return status.map("state").has("running");
  }

  public long restarts() {
    return ObjectStatus.count(status, "restartCount").orElse(0);
  }

  /** Why it does not run yet; empty where it does. */
  public String waitingFor() {
    return status.map("state").map("waiting").text("reason").orElse("");
  }

  /** What is said about that; may be empty. */
  public String message() {
    return status.map("state").map("waiting").text("message").orElse("");
  }

  /** How it ended last; empty where it never did. */
  public MapNode lastEnd() {
    MapNode now = status.map("state").map("terminated");
    return now.isEmpty() ? status.map("lastState").map("terminated") : now;
  }

  /** What it ended with last. */
  public OptionalLong exitCode() {
    return ObjectStatus.count(lastEnd(), "exitCode");
  }

  /** Whether it was killed for the memory that it took. */
  public boolean ranOutOfMemory() {
    return lastEnd().text("reason").filter("OOMKilled"::equals).isPresent();
  }

  /** The signal that ended it, by its name: {@code SIGKILL}. */
  public Optional<String> signal() {
    long signal = exitCode().orElse(0) - SIGNALS;
    return switch (Math.clamp(signal, 0, SIGNALS)) {
      case 4 -> Optional.of("SIGILL");
      case 6 -> Optional.of("SIGABRT");
      case 7 -> Optional.of("SIGBUS");
      case 8 -> Optional.of("SIGFPE");
      case 9 -> Optional.of("SIGKILL");
      case 11 -> Optional.of("SIGSEGV");
      case 15 -> Optional.of("SIGTERM");
      default -> Optional.empty();
    };
  }

  /** {@code exit code 137 (SIGKILL)}; empty where it never ended. */
  String ending() {
    if (exitCode().isEmpty()) {
      return "";
    }
    return "exit code "
        + exitCode().getAsLong()
        + signal().map(name -> " (" + name + ")").orElse("");
  }
}
