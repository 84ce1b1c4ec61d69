package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.List;
import java.util.Map;

/** Makes pods of templates, and reads them. */
final class Pods {

  /** The letters that Kubernetes makes names of: none that form words. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final int SUFFIX = 5;

  private Pods() {}

  /** A reference by which an object belongs to its controller. */
  static List<MapNode> ownedBy(MapNode owner) {
    return List.of(
        Tree.map(
            "apiVersion", owner.text("apiVersion").orElse(""),
            "kind", owner.text("kind").orElse(""),
            "name", World.name(owner),
            "uid", World.uid(owner),
            "controller", true));
  }

  static void create(
      World world, MapNode owner, String name, MapNode template, Map<String, String> more) {
    MapNode labels = template.map("metadata").map("labels");
    for (Map.Entry<String, String> label : more.entrySet()) {
      labels = labels.with(label.getKey(), Node.of(label.getValue()));
    }
    MapNode metadata =
        Tree.map(
            "name",
            name,
            "namespace",
            owner.map("metadata").text("namespace").orElse(""),
            "labels",
            labels,
            "ownerReferences",
            ownedBy(owner));
    MapNode annotations = template.map("metadata").map("annotations");
    if (!annotations.isEmpty()) {
      metadata = metadata.with("annotations", annotations);
    }
    world.create(
        Tree.map(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            metadata,
            "spec",
            template.map("spec").with("nodeName", Node.of("sandbox"))));
  }

  static String suffix(World world) {
    StringBuilder suffix = new StringBuilder();
    for (int i = 0; i < SUFFIX; i++) {
      suffix.append(LETTERS.charAt(world.random().nextInt(LETTERS.length())));
    }
    return suffix.toString();
  }

  static boolean isReady(MapNode pod) {
    for (MapNode condition : Tree.maps(pod.map("status"), "conditions")) {
      if (condition.text("type").filter("Ready"::equals).isPresent()) {
        return condition.text("status").filter("True"::equals).isPresent();
      }
    }
    return false;
  }

  static String label(MapNode object, String name) {
    return object.map("metadata").map("labels").text(name).orElse("");
  }

  static String phase(MapNode pod) {
    return pod.map("status").text("phase").orElse("");
  }

  static int ready(List<MapNode> pods) {
    return (int) pods.stream().filter(Pods::isReady).count();
  }

  static void remove(World world, MapNode pod) {
    world.remove(Key.of(pod));
  }
}
