package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether Kubernetes can tell when a container is ready. */
final class ProbeCheck implements Check {

  private static final List<String> PROBES =
      List.of("startupProbe", "readinessProbe", "livenessProbe");

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    Set<Workload> served = new LinkedHashSet<>();
    for (Resource service : release.ofKind("Service")) {
      Selector selector = Selector.ofLabels(service.content().map("spec"), "selector");
      if (!selector.isEmpty()) {
        served.addAll(release.selected(selector, release.namespace(service)));
      }
    }
    for (Workload workload : release.workloads()) {
      if (served.contains(workload) && !workload.runsToEnd()) {
        readiness(workload, findings);
      }
      for (MapNode container : workload.allContainers()) {
        sameProbes(workload, container, findings);
        ports(workload, container, findings);
      }
    }
  }

  private static void readiness(Workload workload, Findings findings) {
    for (MapNode container : workload.lasting()) {
      if (container.has("readinessProbe")) {
        return;
      }
    }
    findings.add(
        Rule.READINESS_PROBE,
        workload.containers().isEmpty()
            ? workload.place()
            : workload.containers().getFirst().origin(),
        "`%s` is behind a Service, but nothing tells when it is ready.".formatted(workload.name()),
        "Give the container that answers a `readinessProbe`.");
  }

  private static void sameProbes(Workload workload, MapNode container, Findings findings) {
    Node readiness = container.get("readinessProbe");
    if (readiness != null && readiness.equals(container.get("livenessProbe"))) {
      findings.add(
          Rule.SAME_PROBES,
          Containers.place(container, "livenessProbe"),
          "`%s` is restarted as soon as it is not ready: both probes are the same."
              .formatted(Containers.named(workload, container)),
          "Let the liveness probe be more patient, or ask for less.");
    }
  }

  private static void ports(Workload workload, MapNode container, Findings findings) {
    List<Node> asked = new ArrayList<>();
    for (String probe : PROBES) {
      asked.add(port(container.map(probe)));
    }
    MapNode lifecycle = container.map("lifecycle");
    asked.add(port(lifecycle.map("postStart")));
    asked.add(port(lifecycle.map("preStop")));
    Set<String> names = Ports.names(container);
    for (Node port : asked) {
      if (port instanceof TextNode name && !names.contains(name.text())) {
        findings.add(
            Rule.PROBE_PORT,
            name.origin(),
            "`%s` has no port `%s`.".formatted(Containers.named(workload, container), name.text()),
            Ports.hint(name.text(), names));
      }
    }
  }

  private static @Nullable ScalarNode port(MapNode action) {
    for (String kind : List.of("httpGet", "tcpSocket")) {
      if (action.map(kind).get("port") instanceof ScalarNode port) {
        return port;
      }
    }
    return null;
  }
}
