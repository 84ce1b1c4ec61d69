package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Why a resource does not become ready.
 *
 * @param resource the resource
 * @param reason a phrase without a final dot
 * @param pod the pod that holds it up
 * @param container the container in that pod; empty where it is none
 * @param log the last lines that the container wrote
 * @param events what the cluster reported about the pod, oldest first
 */
public record Diagnosis(
    ResourceId resource,
    String reason,
    Optional<ResourceId> pod,
    String container,
    List<String> log,
    List<String> events) {

  public Diagnosis {
    log = List.copyOf(log);
    events = List.copyOf(events);
  }

  static Diagnosis of(ResourceId resource, String reason) {
    return new Diagnosis(resource, reason, Optional.empty(), "", List.of(), List.of());
  }
}
