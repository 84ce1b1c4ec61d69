package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether Services lead to ports of pods, and StatefulSets have the Service they name. */
final class ServiceCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    for (Resource service : release.ofKind("Service")) {
      targets(service, release, findings);
    }
    for (Workload workload : release.workloads()) {
      if (workload.kind().equals("StatefulSet")) {
        governing(workload, release, findings);
      }
    }
  }

  private static void targets(Resource service, ReleaseObjects release, Findings findings) {
    MapNode spec = service.content().map("spec");
    Selector selector = Selector.ofLabels(spec, "selector");
    if (selector.isEmpty()) {
      return;
    }
    List<Workload> selected = release.selected(selector, release.namespace(service));
    selected.removeIf(Workload::runsToEnd);
    Set<String> known = new LinkedHashSet<>();
    selected.forEach(workload -> known.addAll(Ports.of(workload)));
    if (selected.isEmpty()) {
      return;
    }
    for (Node item : spec.list("ports")) {
      if (item instanceof MapNode port) {
        target(service, port, known, findings);
      }
    }
  }

  private static void target(Resource service, MapNode port, Set<String> known, Findings findings) {
    String key = port.has("targetPort") ? "targetPort" : "port";
    if (!(port.get(key) instanceof ScalarNode target)) {
      return;
    }
    // A container may listen on ports that it does not list; one that lists some lists all.
    boolean named = target instanceof TextNode;
    if (known.contains(target.text()) || known.isEmpty() && !named) {
      return;
    }
    findings.add(
        Rule.TARGET_PORT,
        Containers.place(port, key),
        "`%s` leads to the port `%s`, which no container of its pods has."
            .formatted(service.id(), target.text()),
        Ports.hint(target.text(), known));
  }

  private static void governing(Workload set, ReleaseObjects release, Findings findings) {
    Optional<String> name = set.spec().text("serviceName");
    if (name.isEmpty()) {
      findings.add(
          Rule.STATEFUL_SERVICE,
          set.spec().origin(),
          "`%s` names no Service, so that its pods have no names in DNS.".formatted(set.name()),
          "Add a headless Service, and name it as `serviceName`.");
      return;
    }
    Node written = set.spec().get("serviceName");
    Location place = Containers.place(set.spec(), "serviceName");
    Optional<Resource> service = release.find("Service", set.namespace(), name.get());
    if (service.isEmpty() && !release.isChosen(written)) {
      findings.add(
          Rule.STATEFUL_SERVICE,
          place,
          "`%s` names the Service `%s`, which is not in the release."
              .formatted(set.name(), name.get()),
          Suggestion.didYouMean(name.get(), names(release.ofKind("Service"))));
    } else if (service.isPresent() && !isHeadless(service.get())) {
      findings.add(
          Rule.STATEFUL_SERVICE,
          place,
          "`%s` names `%s`, which is not headless, so that its pods have no names in DNS."
              .formatted(set.name(), service.get().id()),
          "Name a Service that has `clusterIP: None`.");
    }
  }

  private static boolean isHeadless(Resource service) {
    return service.content().map("spec").text("clusterIP").orElse("").equals("None");
  }

  static List<String> names(List<Resource> resources) {
    return resources.stream().map(resource -> resource.id().name()).toList();
  }
}
