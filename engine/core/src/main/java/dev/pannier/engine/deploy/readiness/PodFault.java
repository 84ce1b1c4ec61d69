package dev.pannier.engine.deploy.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What keeps a pod from coming up, most likely for good.
 *
 * @param kind what Kubernetes calls it: {@code CrashLoopBackOff}, {@code Unschedulable}
 * @param reason a phrase without a final dot
 * @param container the container; empty where it is the pod as a whole
 * @param grace how long to bear it
 */
public record PodFault(
    String kind, String reason, Optional<ContainerState> container, Duration grace) {

  /** The kind of a pod that no node takes. */
  public static final String UNSCHEDULABLE = "Unschedulable";

  /** The kind of a container whose settings name what is not there. */
  public static final String CONFIG = "CreateContainerConfigError";

  /** The kind of an image that could not be pulled just now. */
  public static final String PULL = "ErrImagePull";

  /** One crash may be a race for a database; a second one is a verdict. */
  private static final int CRASHES = 2;

  /** Nodes are made, and room on them, in about this time: kstatus' figure. */
  private static final Duration SCHEDULING = Duration.ofSeconds(15);

  /** Who applies all at once may apply the Secret a moment after the pod. */
  private static final Duration SETTINGS = Duration.ofSeconds(3);

  /** A pull is tried again after 10 seconds: what fails then as well is no hiccup. */
  private static final Duration PULLING = Duration.ofSeconds(8);

  /** A registry that does not answer may be back for the third try. */
  private static final Duration REGISTRY = Duration.ofSeconds(40);

  private static final List<String> REGISTRY_DOWN =
      List.of(
          "timeout",
          "timed out",
          "connection refused",
          "connection reset",
          "unexpected eof",
          "too many requests",
          "toomanyrequests",
          "service unavailable",
          "bad gateway",
          "internal server error");

  /**
   * The first fault of a pod, init containers first.
   *
   * @param allowed how many crashes its author allows; empty for the usual
   * @param crashes whether crashes count; of a Job they do not, since it counts itself
   */
  public static Optional<PodFault> of(ObjectStatus pod, OptionalInt allowed, boolean crashes) {
    if (pod.isLeaving()) {
      return Optional.empty();
    }
    for (ContainerState container : ContainerState.of(pod)) {
      if (!container.isReady()) {
        Optional<PodFault> fault = of(container, allowed, crashes);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    boolean homeless =
        pod.is("PodScheduled", "False") && pod.hasReason("PodScheduled", UNSCHEDULABLE);
    return homeless
        ? Optional.of(
            new PodFault(
                UNSCHEDULABLE,
                "no node takes it: " + pod.told("PodScheduled"),
                Optional.empty(),
                SCHEDULING))
        : Optional.empty();
  }

  private static Optional<PodFault> of(
      ContainerState container, OptionalInt allowed, boolean crashes) {
    String waiting = container.waitingFor();
    return switch (waiting) {
      case "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError",
          "CreateContainerError",
          "RunContainerError" ->
          Optional.of(waiting(container, isRegistryDown(container) ? REGISTRY : Duration.ZERO));
      case PULL -> Optional.of(waiting(container, isRegistryDown(container) ? REGISTRY : PULLING));
      case CONFIG -> Optional.of(waiting(container, SETTINGS));
      case "CrashLoopBackOff" -> crashes ? crash(container, allowed) : Optional.empty();
      default -> crashes && !container.isRunning() ? memory(container, allowed) : Optional.empty();
    };
  }

  private static boolean isRegistryDown(ContainerState container) {
    String message = container.message().toLowerCase(Locale.ROOT);
    return REGISTRY_DOWN.stream().anyMatch(message::contains);
  }

  private static PodFault waiting(ContainerState container, Duration grace) {
    String ending = container.ending();
    String text =
        "container `"
            + container.name()
            + "` is in "
            + container.waitingFor()
            + (ending.isEmpty() ? "" : ", " + ending)
            + (container.message().isEmpty() ? "" : ": " + sentence(container.message()));
    return new PodFault(container.waitingFor(), text, Optional.of(container), grace);
  }

  private static String sentence(String message) {
    String line = message.strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** The message of a crash loop tells of the back-off and nothing of the crash. */
  private static Optional<PodFault> crash(ContainerState container, OptionalInt allowed) {
    // An author's number counts restarts; without one, two restarts are a verdict.
    boolean much =
        allowed.isPresent()
            ? container.restarts() > allowed.getAsInt()
            : container.restarts() >= CRASHES || container.ranOutOfMemory();
    if (!much) {
      return Optional.empty();
    }
    String ending = container.ending();
    String text =
        "container `"
            + container.name()
            + "` is in CrashLoopBackOff"
            + (container.ranOutOfMemory() ? ", out of memory (OOMKilled)" : "")
            + (ending.isEmpty() ? "" : ", " + ending);
    return Optional.of(
        new PodFault("CrashLoopBackOff", text, Optional.of(container), Duration.ZERO));
  }

  private static Optional<PodFault> memory(ContainerState container, OptionalInt allowed) {
    if (!container.ranOutOfMemory() || container.restarts() < allowed.orElse(0)) {
      return Optional.empty();
    }
    String text =
        "container `" + container.name() + "` ran out of memory (OOMKilled), " + container.ending();
    return Optional.of(new PodFault("OOMKilled", text, Optional.of(container), Duration.ZERO));
  }
}
