package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.time.Duration;
import java.util.List;

/**
 * Plays the controllers that only write one status: of claims, balancers, definitions, namespaces.
 */
final class PlainStatuses implements Controllers.Controller {

  private final Duration start;

  PlainStatuses(Duration start) {
    this.start = start;
  }

  @Override
  public void advance(World world) {
    for (MapNode claim : world.all("PersistentVolumeClaim")) {
      world.status(claim, Tree.map("phase", isDue(world, claim) ? "Bound" : "Pending"));
    }
    for (MapNode service : world.all("Service")) {
      balancer(world, service);
    }
    for (MapNode definition : world.all("CustomResourceDefinition")) {
      definition(world, definition);
    }
    for (MapNode namespace : world.all("Namespace")) {
      world.status(namespace, Tree.map("phase", "Active"));
    }
  }

  private boolean isDue(World world, MapNode object) {
    return Duration.between(world.created(object), world.now()).compareTo(start) >= 0;
  }

  private void balancer(World world, MapNode service) {
    boolean balanced = service.map("spec").text("type").filter("LoadBalancer"::equals).isPresent();
    if (balanced && isDue(world, service)) {
      world.status(
          service,
          Tree.map(
              "loadBalancer",
              Tree.map("ingress", List.of(Tree.map("hostname", "sandbox.invalid")))));
    }
  }

  private static void definition(World world, MapNode definition) {
    world.status(
        definition,
        Tree.map(
            "acceptedNames",
            definition.map("spec").map("names"),
            "conditions",
            List.of(
                Conditions.of(definition, world.now(), "NamesAccepted", true, "NoConflicts", ""),
                Conditions.of(
                    definition, world.now(), "Established", true, "InitialNamesAccepted", ""))));
  }
}
