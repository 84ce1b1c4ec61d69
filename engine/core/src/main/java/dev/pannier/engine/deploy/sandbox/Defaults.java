package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What a server adds to a spec that does not say it, as far as others look at it. */
final class Defaults {

  /** The fields that are added: nobody holds them, whoever sets them gets them. */
  private static final Set<String> ADDED = Set.of("spec.type", "spec.clusterIP", "type");

  private static final Node ONE = Node.of(1);

  private Defaults() {}

  static boolean mayHaveAdded(String path, Node value) {
    return ADDED.contains(path) || path.equals("spec.replicas") && value.equals(ONE);
  }

  static MapNode of(MapNode object, RandomGenerator random) {
    return switch (object.text("kind").orElse("")) {
      case "Service" -> service(object, random);
      case "Secret" -> object.has("type") ? object : object.with("type", Tree.text("Opaque"));
      case "Deployment", "StatefulSet", "ReplicaSet" -> workload(object);
      default -> object;
    };
  }

  private static MapNode workload(MapNode object) {
    MapNode spec = object.map("spec");
    return spec.has("replicas") ? object : object.with("spec", spec.with("replicas", ONE));
  }

  private static MapNode service(MapNode object, RandomGenerator random) {
    MapNode spec = object.map("spec");
    if (!spec.has("type")) {
      spec = spec.with("type", Tree.text("ClusterIP"));
    }
    boolean external = spec.text("type").filter("ExternalName"::equals).isPresent();
    if (!external && spec.text("clusterIP").isEmpty()) {
      String address = "10.96." + random.nextInt(256) + "." + random.nextInt(1, 255);
      spec = spec.with("clusterIP", Tree.text(address));
    }
    return object.with("spec", spec);
  }
}
