package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ContainerState;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is most likely behind a fault, in plain words.
 *
 * @param sentence one or more whole sentences; may be empty
 * @param inContainer the field of the container that has to do with it; empty where it is none
 * @param inPod the field of the pod that has to do with it; empty where it is none
 */
record LikelyCause(String sentence, String inContainer, String inPod) {

  private static final String TABLE = "likely-causes.yaml";
  private static final LikelyCause UNKNOWN = new LikelyCause("", "image", "");

  /**
   * What is likely behind a fault.
   *
   * @param kind of the fault, as in {@link dev.pannier.engine.deploy.readiness.PodFault#kind()};
   *     empty for none in particular
   * @param reason what was found
   * @param events what the cluster reported, oldest first
   */
  static LikelyCause of(
      String kind, Optional<ContainerState> container, String reason, List<String> events) {
    String said = (reason + "\n" + String.join("\n", events)).toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "ImagePullBackOff",
          "ErrImagePull",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError" ->
          among("pulling", said).orElse(UNKNOWN);
      case "CreateContainerConfigError" -> among("settings", said).orElse(UNKNOWN);
      case "CreateContainerError", "RunContainerError" -> among("starting", said).orElse(UNKNOWN);
      case "Unschedulable" -> among("scheduling", reason.toLowerCase(Locale.ROOT)).orElse(UNKNOWN);
      case "CrashLoopBackOff", "OOMKilled" -> ending(container, said);
      default ->
          among("reported", said)
              .or(() -> among("refusing", said))
              .orElseGet(() -> ending(container, said));
    };
  }

  private static LikelyCause ending(Optional<ContainerState> container, String said) {
    if (container.isEmpty() || container.get().exitCode().isEmpty()) {
      return UNKNOWN;
    }
    if (container.get().ranOutOfMemory()) {
      return new LikelyCause(
          "It took more memory than its limit allows.", "resources.limits.memory", "");
    }
    return said.contains("liveness probe failed")
        ? among("reported", said).orElse(UNKNOWN)
        : among("ending", "exit " + container.get().exitCode().getAsLong() + " ").orElse(UNKNOWN);
  }

  private static Optional<LikelyCause> among(String group, String said) {
    for (Node row : Table.ROOT.list(group)) {
      if (row instanceof MapNode map && said.contains(map.text("says").orElse(""))) {
        return Optional.of(
            new LikelyCause(
                map.text("cause").orElse(""),
                map.text("container").orElse(""),
                map.text("pod").orElse("")));
      }
    }
    return Optional.empty();
  }

  /** Read when the first thing fails, not before. */
  private static final class Table {
    static final MapNode ROOT = read();

    private static MapNode read() {
      try (InputStream in = LikelyCause.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException(TABLE + " is not in the jar");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return (MapNode) YamlReader.read(new Source(TABLE, text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
