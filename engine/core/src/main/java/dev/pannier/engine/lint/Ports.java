package dev.pannier.engine.lint;

import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ports of containers and of Services. */
final class Ports {

  private Ports() {}

  /** The names of a container's ports. */
  static Set<String> names(MapNode container) {
    return texts(List.of(container), "ports", "name");
  }

  /** The names and the numbers of all ports of a pod. */
  static Set<String> of(Workload workload) {
    Set<String> ports = texts(workload.lasting(), "ports", "name");
    ports.addAll(texts(workload.lasting(), "ports", "containerPort"));
    return ports;
  }

  /** The names and the numbers of a Service's ports. */
  static Set<String> ofService(MapNode service) {
    List<MapNode> spec = List.of(service.map("spec"));
    Set<String> ports = texts(spec, "ports", "name");
    ports.addAll(texts(spec, "ports", "port"));
    return ports;
  }

  private static Set<String> texts(List<MapNode> owners, String list, String key) {
    Set<String> texts = new LinkedHashSet<>();
    for (MapNode owner : owners) {
      for (Node item : owner.list(list)) {
        if (item instanceof MapNode map && map.get(key) instanceof ScalarNode scalar) {
          texts.add(scalar.text());
        }
      }
    }
    return texts;
  }

  /** What to do about a port that is not there. */
  static String hint(String wanted, Set<String> known) {
    String guess = Suggestion.didYouMean(wanted, known);
    if (!guess.isEmpty()) {
      return guess;
    }
    return known.isEmpty()
        ? "List the port under `ports`."
        : "Known are `" + String.join("`, `", known) + "`.";
  }
}
