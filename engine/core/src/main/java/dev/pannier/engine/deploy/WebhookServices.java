package dev.pannier.engine.deploy;

import dev.pannier.engine.deploy.readiness.ObjectStatus;
import dev.pannier.engine.deploy.readiness.Readiness;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether somebody answers the webhooks of a configuration. Before that, each object that
 * they look at is refused.
 */
final class WebhookServices {

  private static final String GROUP = "admissionregistration.k8s.io";

  private final ClusterReader reader;

  WebhookServices(ClusterReader reader) {
    this.reader = reader;
  }

  /** The services that a configuration of webhooks names, and what stands behind them. */
  static Set<ResourceId> needed(ResourceId id, MapNode object) {
    Set<ResourceId> needed = new LinkedHashSet<>();
    for (ResourceId service : services(id, object)) {
      needed.add(service);
      needed.add(endpoints(service));
    }
    return needed;
  }

  private static List<ResourceId> services(ResourceId id, MapNode object) {
    List<ResourceId> services = new ArrayList<>();
    if (id.group().equals(GROUP)) {
      for (Node item : object.list("webhooks")) {
        MapNode service =
            item instanceof MapNode webhook
                ? webhook.map("clientConfig").map("service")
                : MapNode.EMPTY;
        if (service.text("name").isPresent()) {
          services.add(
              new ResourceId(
                  "v1",
                  "Service",
                  service.text("namespace").orElse(""),
                  service.text("name").get()));
        }
      }
    }
    return services;
  }

  private static ResourceId endpoints(ResourceId service) {
    return new ResourceId("v1", "Endpoints", service.namespace(), service.name());
  }

  Readiness judge(ResourceId id, MapNode live) {
    for (ResourceId service : services(id, live)) {
      if (!isAnswered(service)) {
        return new Readiness.Progressing("nobody answers at its service `" + service.name() + "`");
      }
    }
    return Readiness.READY;
  }

  private boolean isAnswered(ResourceId id) {
    ResourceId behind = endpoints(id);
    Map<ResourceId, MapNode> found = reader.read(List.of(id, behind));
    MapNode service = found.get(id);
    MapNode endpoints = found.get(behind);
    if (endpoints != null) {
      return hasAddress(endpoints.list("subsets"));
    }
    return service != null && isServed(id.namespace(), service.map("spec").map("selector"));
  }

  private static boolean hasAddress(ListNode subsets) {
    for (Node subset : subsets) {
      if (subset instanceof MapNode map && !map.list("addresses").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Where nobody keeps a list of endpoints: by the pods that the service selects. */
  private boolean isServed(String namespace, MapNode selector) {
    Map<String, String> labels = new HashMap<>();
    selector
        .entries()
        .forEach((key, value) -> {
          if (value instanceof ScalarNode scalar) {
            labels.put(key, scalar.text());
          }
        });
    return labels.isEmpty()
        || reader.list("v1", "Pod", namespace, labels).stream()
            .anyMatch(pod -> new ObjectStatus(pod).is("Ready", "True"));
  }
}
