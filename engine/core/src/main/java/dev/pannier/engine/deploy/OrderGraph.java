package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources come after which others, apart from the order of their kinds. */
final class OrderGraph {
  private final Map<ResourceId, Map<ResourceId, Edge>> edges = new LinkedHashMap<>();
  private final List<ResourceId> ids;

  /** A graph of resources, in the order that they keep where nothing is said. */
  OrderGraph(Collection<ResourceId> ids) {
    this.ids = List.copyOf(ids);
    this.ids.forEach(id -> edges.put(id, new LinkedHashMap<>()));
  }

  void add(Edge edge) {
    edges.computeIfAbsent(edge.from(), _ -> new LinkedHashMap<>()).putIfAbsent(edge.to(), edge);
  }

  /** Which resources come directly after one. */
  boolean isNeeded(ResourceId id) {
    return edges.values().stream().anyMatch(each -> each.containsKey(id));
  }

  /** First to last; there must be no cycles. */
  List<List<ResourceId>> waves() {
    Map<ResourceId, Set<ResourceId>> needs = new LinkedHashMap<>();
    edges.forEach((id, to) -> needs.put(id, to.keySet()));
    return Waves.of(ids, needs);
  }

  /** Adds a problem for each chain that comes back to where it began. */
  void check(Problems problems) {
    Set<ResourceId> seen = new HashSet<>();
    for (ResourceId id : ids) {
      follow(id, new ArrayList<>(), seen, problems);
    }
  }

  private void follow(
      ResourceId id, List<ResourceId> path, Set<ResourceId> seen, Problems problems) {
    int at = path.indexOf(id);
    if (at >= 0) {
      problems.add(cycle(path.subList(at, path.size())));
    } else if (seen.add(id)) {
      path.add(id);
      for (ResourceId to : edges.getOrDefault(id, Map.of()).keySet()) {
        follow(to, path, seen, problems);
      }
      path.removeLast();
    }
  }

  private Problem cycle(List<ResourceId> path) {
    List<Edge> chain = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      ResourceId to = path.get((i + 1) % path.size());
      Edge edge = edges.getOrDefault(path.get(i), Map.of()).get(to);
      if (edge != null) {
        chain.add(edge);
      }
    }
    StringBuilder message = new StringBuilder(chain.getFirst().toString());
    for (Edge edge : chain.subList(1, chain.size())) {
      message.append(", which ").append(edge.why()).append(" `").append(edge.to()).append('`');
    }
    Problem problem =
        Problem.error("deploy.depends-on-cycle", message + ": none of them can be the first.")
            .at(chain.getFirst().origin());
    for (Edge edge : chain.subList(1, chain.size())) {
      problem = problem.note(edge.toString(), edge.origin());
    }
    return problem.hint("Take one of these dependencies out.");
  }
}
