package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which claims of volumes are used by pods that will run. */
final class UsedClaims {

  private static final String CLAIM = "PersistentVolumeClaim";

  private UsedClaims() {}

  static Set<ResourceId> of(Map<ResourceId, MapNode> objects) {
    Set<ResourceId> used = new HashSet<>();
    objects.forEach((id, object) -> {
      ObjectStatus status = new ObjectStatus(object);
      for (Node volume : pod(id, status).list("volumes")) {
        if (volume instanceof MapNode map) {
          map.map("persistentVolumeClaim")
              .text("claimName")
              .ifPresent(name -> used.add(new ResourceId("v1", CLAIM, id.namespace(), name)));
        }
      }
    });
    return used;
  }

  /** The specification of the pods that an object will have; empty where it will have none. */
  private static MapNode pod(ResourceId id, ObjectStatus object) {
    MapNode template = object.spec().map("template").map("spec");
    return switch (id.kind()) {
      case "Pod" -> object.spec();
      case "Deployment", "StatefulSet", "ReplicaSet" ->
          object.inSpec("replicas", 1) > 0 ? template : MapNode.EMPTY;
      case "Job" -> BoolNode.TRUE.equals(object.spec().get("suspend")) ? MapNode.EMPTY : template;
      case "DaemonSet" -> template;
      default -> MapNode.EMPTY;
    };
  }
}
