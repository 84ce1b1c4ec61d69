package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which order the resources of a revision are applied: by kinds, by what their annotations say
 * they wait for, custom resources after their definitions, and what has a namespace after that.
 */
final class ApplyOrder {
  private final Site site;
  private final Map<ResourceId, Wanted> wanted = new LinkedHashMap<>();
  private final OrderGraph graph;
  private final Map<ResourceId, Set<ResourceId>> awaited = new LinkedHashMap<>();
  private final Map<ResourceId, MapNode> outside = new LinkedHashMap<>();

  private ApplyOrder(Site site, List<Wanted> wanted) {
    this.site = site;
    wanted.forEach(each -> this.wanted.put(each.id(), each));
    this.graph = new OrderGraph(this.wanted.keySet());
  }

  /**
   * Finds the order.
   *
   * @param problems what cannot be read, is not there, or goes in a circle
   */
  static ApplyOrder of(Site site, List<Wanted> wanted, Problems problems) {
    ApplyOrder order = new ApplyOrder(site, wanted);
    order.read(problems);
    ImplicitEdges.edges(order.objects()).forEach(order.graph::add);
    order.graph.check(problems);
    return order;
  }

  private Map<ResourceId, MapNode> objects() {
    Map<ResourceId, MapNode> objects = new LinkedHashMap<>();
    wanted.forEach((id, each) -> objects.put(id, each.object()));
    return objects;
  }

  /** The waves, first to last. */
  List<List<Wanted>> waves() {
    List<List<Wanted>> waves = new ArrayList<>();
    for (List<ResourceId> wave : graph.waves()) {
      List<Wanted> members = new ArrayList<>();
      wave.forEach(id -> Optional.ofNullable(wanted.get(id)).ifPresent(members::add));
      waves.add(members);
    }
    return waves;
  }

  /** What must be ready before a wave, whether it is of the release or not. */
  Set<ResourceId> awaited(List<Wanted> wave) {
    Set<ResourceId> all = new LinkedHashSet<>();
    wave.forEach(each -> all.addAll(awaited.getOrDefault(each.id(), Set.of())));
    return all;
  }

  /** Something that the release waits for and that is no part of it, as it was found. */
  Optional<MapNode> outside(ResourceId id) {
    return Optional.ofNullable(outside.get(id));
  }

  private void read(Problems problems) {
    DependsOn annotations = new DependsOn(problems);
    Map<Wanted, List<Reference>> strangers = new LinkedHashMap<>();
    for (Wanted each : wanted.values()) {
      for (Reference reference : annotations.read(each.resource().content())) {
        Optional<ResourceId> inside =
            wanted.keySet().stream().filter(id -> reference.means(id, home(each))).findFirst();
        inside.ifPresentOrElse(
            id -> await(each, id, reference.origin()),
            () -> strangers.computeIfAbsent(each, _ -> new ArrayList<>()).add(reference));
      }
    }
    if (!strangers.isEmpty()) {
      lookOutside(strangers, problems);
    }
  }

  private String home(Wanted each) {
    return each.id().namespace().isEmpty() ? site.release().namespace() : each.id().namespace();
  }

  private void await(Wanted each, ResourceId id, Location origin) {
    awaited.computeIfAbsent(each.id(), _ -> new LinkedHashSet<>()).add(id);
    if (wanted.containsKey(id)) {
      graph.add(new Edge(each.id(), id, "waits for", origin));
    }
  }

  private void lookOutside(Map<Wanted, List<Reference>> strangers, Problems problems) {
    ServedKinds kinds = new ServedKinds(site.cluster().capabilities());
    Map<Reference, ResourceId> meant = new LinkedHashMap<>();
    strangers.forEach((each, references) ->
        references.forEach(reference ->
            kinds
                .find(reference.group(), reference.kind())
                .ifPresent(kind -> meant.put(reference, place(kind, reference, home(each))))));
    outside.putAll(site.cluster().read(meant.values()));
    strangers.forEach((each, references) -> {
      for (Reference reference : references) {
        ResourceId id = meant.get(reference);
        if (id != null && outside.containsKey(id)) {
          await(each, id, reference.origin());
        } else {
          problems.add(unknown(each, reference));
        }
      }
    });
  }

  private ResourceId place(ResourceId kind, Reference reference, String home) {
    boolean namespaced =
        site.cluster().scope(kind.apiVersion(), kind.kind()) == Cluster.Scope.NAMESPACED;
    String namespace = namespaced ? reference.namespace().orElse(home) : "";
    return new ResourceId(kind.apiVersion(), kind.kind(), namespace, reference.name());
  }

  private Problem unknown(Wanted each, Reference reference) {
    List<String> candidates = wanted.keySet().stream().map(ResourceId::toString).toList();
    String word = reference.kind() + "/" + reference.name();
    String guess = Suggestion.didYouMean(word, candidates);
    return Problem.error(
            "deploy.depends-on-unknown",
            "`%s` waits for `%s`, which is neither in the release nor in the cluster."
                .formatted(each.id(), reference.written()))
        .at(reference.origin())
        .hint(
            guess.isEmpty()
                ? "Install what brings it first, or take it out of the annotation."
                : guess);
  }
}
