package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order objects are deleted: the reverse of that in which they are applied, so that what
 * depends on another goes before it, and custom resources before their definitions and operators.
 */
final class DeleteOrder {
  private final Map<ResourceId, MapNode> objects;
  private final Set<ResourceId> dependent = new LinkedHashSet<>();
  private final List<List<ResourceId>> waves;

  private DeleteOrder(Site site, Map<ResourceId, MapNode> objects) {
    this.objects = objects;
    OrderGraph graph = new OrderGraph(objects.keySet());
    List<Edge> implicit = ImplicitEdges.edges(objects);
    implicit.forEach(graph::add);
    List<Edge> said = said(site);
    said.forEach(graph::add);
    Problems circles = new Problems();
    graph.check(circles);
    if (circles.all().isEmpty()) {
      said.forEach(each -> dependent.add(each.from()));
      this.waves = graph.waves().reversed();
    } else {
      // somebody wrote that into the objects themselves, and they go all the same
      OrderGraph sound = new OrderGraph(objects.keySet());
      implicit.forEach(sound::add);
      this.waves = sound.waves().reversed();
    }
  }

  /** The order of objects as the cluster has them. */
  static DeleteOrder of(Site site, Map<ResourceId, MapNode> live) {
    return new DeleteOrder(site, live);
  }

  private List<Edge> said(Site site) {
    List<Edge> edges = new ArrayList<>();
    DependsOn annotations = new DependsOn(new Problems());
    objects.forEach((id, object) -> {
      String home = id.namespace().isEmpty() ? site.release().namespace() : id.namespace();
      for (Reference reference : annotations.read(object)) {
        objects.keySet().stream()
            .filter(to -> reference.means(to, home))
            .forEach(to -> edges.add(new Edge(id, to, "waits for", reference.origin())));
      }
    });
    return edges;
  }

  /** First to go to last; within a wave, last made first. */
  List<List<ResourceId>> waves() {
    return waves.stream().map(List::reversed).toList();
  }

  /**
   * Which of a wave must be gone before the next one goes: what said that it depends on something,
   * and custom resources that an operator may still have to take leave of.
   */
  List<ResourceId> awaited(List<ResourceId> wave) {
    boolean last = waves.getLast().containsAll(wave);
    return wave.stream()
        .filter(id -> dependent.contains(id) || !last && isCustom(id) && hasFinalizers(id))
        .toList();
  }

  private static boolean isCustom(ResourceId id) {
    return id.group().indexOf('.') > 0 && !id.group().endsWith(".k8s.io");
  }

  private boolean hasFinalizers(ResourceId id) {
    return !objects
        .getOrDefault(id, MapNode.EMPTY)
        .map("metadata")
        .list("finalizers")
        .items()
        .isEmpty();
  }
}
