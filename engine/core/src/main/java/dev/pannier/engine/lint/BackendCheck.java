package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what sends requests to a Service finds it: ingresses, routes, webhooks, API services. */
final class BackendCheck implements Check {

  @Override
  public void look(ReleaseObjects release, Findings findings) {
    Lookup lookup = new Lookup(release, findings);
    for (Resource ingress : release.ofKind("Ingress")) {
      lookup.ingress(ingress);
    }
    for (String kind : List.of("HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute")) {
      for (Resource route : release.ofAnyGroup(kind)) {
        lookup.route(route);
      }
    }
    for (String kind : List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")) {
      for (Resource configuration : release.ofKind(kind)) {
        for (MapNode webhook : maps(configuration.content().list("webhooks"))) {
          lookup.namespaced(configuration, webhook.map("clientConfig").map("service"));
        }
      }
    }
    for (Resource api : release.ofKind("APIService")) {
      lookup.namespaced(api, api.content().map("spec").map("service"));
    }
  }

  private static List<MapNode> maps(ListNode list) {
    return list.items().stream()
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .toList();
  }

  private record Lookup(ReleaseObjects release, Findings findings) {

    void ingress(Resource ingress) {
      MapNode spec = ingress.content().map("spec");
      backend(ingress, spec.map("defaultBackend"));
      for (MapNode rule : maps(spec.list("rules"))) {
        for (MapNode path : maps(rule.map("http").list("paths"))) {
          backend(ingress, path.map("backend"));
        }
      }
    }

    private void backend(Resource ingress, MapNode backend) {
      MapNode service = backend.map("service");
      MapNode port = service.map("port");
      String key = port.has("name") ? "name" : "number";
      String namespace = release.namespace(ingress);
      look(ingress, service, namespace, port.get(key), Containers.place(port, key));
    }

    void route(Resource route) {
      for (MapNode rule : maps(route.content().map("spec").list("rules"))) {
        for (MapNode backend : maps(rule.list("backendRefs"))) {
          if (backend.text("kind").orElse("Service").equals("Service")) {
            String namespace = backend.text("namespace").orElse(release.namespace(route));
            look(route, backend, namespace, backend.get("port"), port(backend));
          }
        }
      }
    }

    void namespaced(Resource owner, MapNode service) {
      String namespace = service.text("namespace").orElse(release.releaseNamespace());
      look(owner, service, namespace, service.get("port"), port(service));
    }

    private static Location port(MapNode service) {
      return Containers.place(service, "port");
    }

    private void look(
        Resource owner, MapNode service, String namespace, @Nullable Node port, Location place) {
      Optional<String> name = service.text("name");
      if (name.isEmpty()) {
        return;
      }
      Optional<Resource> found = release.find("Service", namespace, name.get());
      if (found.isPresent()) {
        port(owner, found.get(), port, place);
      } else if (!release.isChosen(service.get("name")) && !release.mayBeMade(name.get())) {
        findings.add(
            Rule.DEAD_BACKEND,
            Containers.place(service, "name"),
            "`%s` leads to the Service `%s`, which is not in the release."
                .formatted(owner.id(), name.get()),
            Suggestion.didYouMean(name.get(), ServiceCheck.names(release.ofKind("Service"))));
      }
    }

    private void port(Resource owner, Resource service, @Nullable Node port, Location place) {
      Set<String> known = Ports.ofService(service.content());
      if (port instanceof ScalarNode wanted && !known.contains(wanted.text())) {
        findings.add(
            Rule.DEAD_BACKEND,
            place,
            "`%s` leads to the port `%s` of `%s`, which has no such port."
                .formatted(owner.id(), wanted.text(), service.id()),
            Ports.hint(wanted.text(), known));
      }
    }
  }
}
