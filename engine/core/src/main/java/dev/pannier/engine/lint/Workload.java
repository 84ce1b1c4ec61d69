package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An object that runs pods.
 *
 * @param namespace the one it is in, also where it names none
 * @param template the pods' metadata and spec
 * @param events when it runs, if it is a hook
 */
record Workload(Resource resource, String namespace, MapNode template, Set<Hook.Event> events) {

  /** The workload that a resource is, if it is one. */
  static Optional<Workload> of(Resource resource, String namespace, Set<Hook.Event> events) {
    MapNode content = resource.content();
    MapNode template =
        switch (resource.id().group() + "/" + resource.id().kind()) {
          case "/Pod" -> content;
          case "/ReplicationController", "batch/Job" -> content.map("spec").map("template");
          case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet" ->
              content.map("spec").map("template");
          case "batch/CronJob" ->
              content.map("spec").map("jobTemplate").map("spec").map("template");
          default -> MapNode.EMPTY;
        };
    return template.map("spec").isEmpty()
        ? Optional.empty()
        : Optional.of(new Workload(resource, namespace, template, events));
  }

  String kind() {
    return resource.id().kind();
  }

  String name() {
    return resource.id().toString();
  }

  MapNode spec() {
    return resource.content().map("spec");
  }

  MapNode podSpec() {
    return template.map("spec");
  }

  MapNode podLabels() {
    return template.map("metadata").map("labels");
  }

  /** Whether a selector chooses its pods, by labels too that its controller gives them. */
  boolean isSelectedBy(Selector selector) {
    MapNode labels = podLabels();
    for (Map.Entry<String, Node> wanted : selector.labels().entries().entrySet()) {
      if (!labels.has(wanted.getKey()) && isGiven(wanted.getKey(), wanted.getValue())) {
        labels = labels.with(wanted.getKey(), wanted.getValue());
      }
    }
    return selector.matches(labels);
  }

  /** Whether pods get a label without their template saying so. */
  private boolean isGiven(String label, Node value) {
    String own = resource.id().name();
    return switch (label) {
      case "statefulset.kubernetes.io/pod-name" ->
          kind().equals("StatefulSet")
              && value instanceof TextNode pod
              && pod.text().startsWith(own + "-");
      case "apps.kubernetes.io/pod-index" -> kind().equals("StatefulSet");
      case "job-name", "batch.kubernetes.io/job-name" ->
          kind().equals("Job") && value instanceof TextNode job && job.text().equals(own);
      default -> false;
    };
  }

  Location place() {
    return template.map("spec").origin();
  }

  /** Whether its pods end by themselves, so that nothing waits for them to be ready. */
  boolean runsToEnd() {
    return kind().equals("Job") || kind().equals("CronJob") || isHook();
  }

  boolean isHook() {
    return !events.isEmpty();
  }

  /** Whether it runs for {@code pannier test} only. */
  boolean isTest() {
    return events.contains(Hook.Event.TEST);
  }

  /** The containers that run together, sidecars among the init containers included. */
  List<MapNode> containers() {
    return containers("containers");
  }

  List<MapNode> initContainers() {
    return containers("initContainers");
  }

  List<MapNode> allContainers() {
    List<MapNode> all = new ArrayList<>(initContainers());
    all.addAll(containers());
    return all;
  }

  /** What can be reached by a port: sidecars are init containers that never end. */
  List<MapNode> lasting() {
    List<MapNode> lasting = new ArrayList<>(containers());
    for (MapNode init : initContainers()) {
      if (init.text("restartPolicy").orElse("").equals("Always")) {
        lasting.add(init);
      }
    }
    return lasting;
  }

  private List<MapNode> containers(String key) {
    List<MapNode> containers = new ArrayList<>();
    for (Node item : podSpec().list(key)) {
      if (item instanceof MapNode container) {
        containers.add(container);
      }
    }
    return containers;
  }

  /** How many pods it is told to run; 1 where it does not say. */
  OptionalInt replicas() {
    return switch (kind()) {
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
          OptionalInt.of(
              spec().get("replicas") instanceof NumberNode number && number.isInteger()
                  ? number.integer().intValue()
                  : 1);
      case "Pod" -> OptionalInt.of(1);
      default -> OptionalInt.empty();
    };
  }
}
