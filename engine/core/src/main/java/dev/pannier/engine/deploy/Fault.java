package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ContainerState;
import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.deploy.readiness.PodFault;
import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What will keep a resource from becoming ready, if it lasts.
 *
 * @param key the same for the same fault at different moments
 * @param reason a phrase without a final dot
 * @param grace how long to bear it
 * @param pod the pod that it is about
 * @param ofPod what is wrong with that pod
 */
record Fault(
    String key, String reason, Duration grace, Optional<MapNode> pod, Optional<PodFault> ofPod) {

  /** A fault of the resource itself. */
  static Fault of(String key, String reason, Duration grace) {
    return new Fault(key, reason, grace, Optional.empty(), Optional.empty());
  }

  /** A fault of a pod, the resource itself or one that belongs to it. */
  static Fault of(MapNode pod, PodFault fault, boolean itself) {
    ObjectStatus status = new ObjectStatus(pod);
    String name = status.metadata().text("name").orElse("");
    String container = fault.container().map(ContainerState::name).orElse("");
    return new Fault(
        status.uid() + "/" + container + "/" + fault.kind(),
        (itself ? "" : "pod `" + name + "`, ") + fault.reason(),
        fault.grace(),
        Optional.of(pod),
        Optional.of(fault));
  }

  boolean is(String kind) {
    return ofPod.filter(each -> each.kind().equals(kind)).isPresent();
  }
}
