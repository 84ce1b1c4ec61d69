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
 * @param events what the cluster reported about the pod, else about the resource; oldest first
 * @param cause what is most likely behind it, one or more whole sentences; may be empty
 * @param field the field of the resource that has to do with it: {@code
 *     spec.template.spec.containers[name=web].image}; may be empty
 * @param next commands that tell more
 */
public record Diagnosis(
    ResourceId resource,
    String reason,
    Optional<ResourceId> pod,
    String container,
    List<String> log,
    List<String> events,
    String cause,
    String field,
    List<String> next) {

  public Diagnosis {
    log = List.copyOf(log);
    events = List.copyOf(events);
    next = List.copyOf(next);
  }
}
