package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ContainerState;
import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what is known about a resource that does not become ready. */
final class Diagnostics {

  private static final int LOG_LINES = 20;
  private static final int EVENTS = 5;

  private final ClusterReader cluster;

  Diagnostics(ClusterReader cluster) {
    this.cluster = cluster;
  }

  /** What is known about a fault. */
  Diagnosis of(ResourceId id, MapNode live, Fault fault) {
    return fault.pod().isPresent()
        ? ofPod(
            id,
            fault.pod().get(),
            fault.ofPod().flatMap(each -> each.container()),
            fault.reason(),
            fault.ofPod().map(each -> each.kind()).orElse(""))
        : late(id, live, fault.reason());
  }

  /** What is known about a resource that takes too long. */
  Diagnosis late(ResourceId id, @Nullable MapNode live, String reason) {
    if (live != null) {
      for (MapNode pod : new WorkloadPods(cluster).newest(id, live)) {
        ObjectStatus status = new ObjectStatus(pod);
        if (status.phase().equals("Failed") || isHeldUp(status)) {
          return ofPod(id, pod, heldUp(status), reason, "");
        }
      }
    }
    List<String> events = live == null ? List.of() : last(cluster.events(id));
    LikelyCause cause = LikelyCause.of("", Optional.empty(), reason, events);
    return new Diagnosis(
        id,
        reason,
        Optional.empty(),
        "",
        List.of(),
        events,
        cause.sentence(),
        cause.inPod().isEmpty() ? "" : template(id) + "." + cause.inPod(),
        live == null ? List.of() : List.of("kubectl describe " + named(id)));
  }

  private static boolean isHeldUp(ObjectStatus pod) {
    return !pod.phase().equals("Succeeded") && !pod.is("Ready", "True") && !pod.isLeaving();
  }

  /** The container that holds a pod up: init containers first; none where none has been started. */
  private static Optional<ContainerState> heldUp(ObjectStatus pod) {
    for (ContainerState each : ContainerState.of(pod)) {
      boolean done = each.setsUp() && each.exitCode().orElse(1) == 0;
      if (!each.isReady() && !done) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Diagnosis ofPod(
      ResourceId id, MapNode pod, Optional<ContainerState> container, String reason, String kind) {
    ResourceId podId = podId(pod);
    String name = container.map(ContainerState::name).orElse("");
    List<String> log = container.isEmpty() ? List.of() : cluster.logs(podId, name, LOG_LINES);
    List<String> events = last(cluster.events(podId));
    LikelyCause cause = LikelyCause.of(kind, container, reason, events);
    return new Diagnosis(
        id,
        reason,
        Optional.of(podId),
        name,
        log,
        events,
        cause.sentence(),
        field(id, container, cause),
        commands(podId, container, log));
  }

  private static String field(
      ResourceId id, Optional<ContainerState> container, LikelyCause cause) {
    if (container.isEmpty() || cause.inContainer().isEmpty()) {
      return cause.inPod().isEmpty() ? "" : template(id) + "." + cause.inPod();
    }
    return template(id)
        + (container.get().setsUp() ? ".initContainers" : ".containers")
        + "[name="
        + container.get().name()
        + "]."
        + cause.inContainer();
  }

  private static String template(ResourceId id) {
    return id.kind().equals("Pod") ? "spec" : "spec.template.spec";
  }

  private static List<String> commands(
      ResourceId pod, Optional<ContainerState> container, List<String> log) {
    List<String> commands = new ArrayList<>();
    if (container.isPresent() && !log.isEmpty()) {
      String previous = container.get().restarts() > 0 ? " --previous" : "";
      commands.add(
          "kubectl logs "
              + pod.name()
              + " -c "
              + container.get().name()
              + " -n "
              + pod.namespace()
              + previous);
    } else {
      commands.add("kubectl describe " + named(pod));
    }
    return commands;
  }

  private static String named(ResourceId id) {
    return id.kind().toLowerCase(Locale.ROOT)
        + " "
        + id.name()
        + (id.namespace().isEmpty() ? "" : " -n " + id.namespace());
  }

  private static List<String> last(List<String> events) {
    return events.subList(Math.max(0, events.size() - EVENTS), events.size());
  }

  static ResourceId podId(MapNode pod) {
    MapNode metadata = pod.map("metadata");
    return new ResourceId(
        "v1", "Pod", metadata.text("namespace").orElse(""), metadata.text("name").orElse(""));
  }
}
