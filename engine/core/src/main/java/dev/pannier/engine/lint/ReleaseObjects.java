package dev.pannier.engine.lint;

import dev.pannier.engine.manifest.Hook;
import dev.pannier.engine.manifest.Resource;
import dev.pannier.engine.manifest.ResourceId;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of a release, hooks among them, as rules ask for them. */
final class ReleaseObjects {

  /** The groups of Kubernetes itself; an object of any other is made by somebody's operator. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "apps",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "extensions",
          "flowcontrol.apiserver.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  private final String releaseNamespace;
  private final ValueTrace trace;
  private final List<Resource> all = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();

  ReleaseObjects(RenderedChart rendered) {
    releaseNamespace = rendered.namespace();
    trace = rendered.trace();
    for (Resource resource : rendered.resources()) {
      add(resource, Set.of());
    }
    for (Hook hook : rendered.hooks()) {
      add(hook.resource(), hook.events());
    }
  }

  private void add(Resource resource, Set<Hook.Event> events) {
    if (resource.id().name().isEmpty()) {
      items(resource).forEach(item -> add(item, events));
      return;
    }
    all.add(resource);
    Workload.of(resource, namespace(resource), events).ifPresent(workloads::add);
  }

  /** The objects in a {@code List}. */
  private static List<Resource> items(Resource list) {
    List<Resource> items = new ArrayList<>();
    for (Node item : list.content().list("items")) {
      if (item instanceof MapNode map) {
        String name = map.map("metadata").text("name").orElse("");
        ResourceId id =
            new ResourceId(
                map.text("apiVersion").orElse(""),
                map.text("kind").orElse(""),
                map.map("metadata").text("namespace").orElse(""),
                name);
        if (!name.isEmpty()) {
          items.add(new Resource(id, map, list.source(), ""));
        }
      }
    }
    return items;
  }

  List<Resource> all() {
    return all;
  }

  List<Workload> workloads() {
    return workloads;
  }

  String releaseNamespace() {
    return releaseNamespace;
  }

  /** The objects of a kind of Kubernetes itself. */
  List<Resource> ofKind(String kind) {
    List<Resource> found = new ArrayList<>();
    for (Resource resource : all) {
      if (resource.id().kind().equals(kind) && BUILT_IN.contains(resource.id().group())) {
        found.add(resource);
      }
    }
    return found;
  }

  /** The objects of a kind, of whatever group. */
  List<Resource> ofAnyGroup(String kind) {
    return all.stream().filter(resource -> resource.id().kind().equals(kind)).toList();
  }

  /** The namespace an object is in, also where it names none. */
  String namespace(Resource resource) {
    String own = resource.id().namespace();
    return own.isEmpty() ? releaseNamespace : own;
  }

  /** An object of Kubernetes' own by its name. */
  Optional<Resource> find(String kind, String namespace, String name) {
    for (Resource resource : ofKind(kind)) {
      if (resource.id().name().equals(name) && namespace(resource).equals(namespace)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  Optional<Resource> findInCluster(String kind, String name) {
    return ofKind(kind).stream().filter(one -> one.id().name().equals(name)).findFirst();
  }

  /** The workloads of a namespace whose pods a selector chooses. */
  List<Workload> selected(Selector selector, String namespace) {
    List<Workload> selected = new ArrayList<>();
    for (Workload workload : workloads) {
      if (workload.namespace().equals(namespace) && workload.isSelectedBy(selector)) {
        selected.add(workload);
      }
    }
    return selected;
  }

  /** Whether a node is a value as it was set: somebody chose it. */
  boolean isChosen(@Nullable Node node) {
    return node != null && !trace.setAt(node).isEmpty();
  }

  /**
   * Whether somebody may make an object of a name: a Job is told the name, or a custom resource
   * says it, or has a name that it begins with (a database {@code db} makes a Secret {@code
   * db-app}).
   */
  boolean mayBeMade(String name) {
    for (Workload workload : workloads) {
      if (workload.runsToEnd() && isTold(workload, name)) {
        return true;
      }
    }
    for (Resource resource : all) {
      if (isCustom(resource)
          && (name.startsWith(resource.id().name() + "-") || says(resource.content(), name))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTold(Workload job, String name) {
    for (MapNode container : job.allContainers()) {
      for (String key : List.of("command", "args")) {
        for (Node word : container.list(key)) {
          if (word instanceof ScalarNode scalar && scalar.text().contains(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether an operator knows what it is, and Kubernetes does not. */
  boolean isCustom(Resource resource) {
    return !BUILT_IN.contains(resource.id().group());
  }

  private static boolean says(Node node, String text) {
    return switch (node) {
      case MapNode map -> map.entries().values().stream().anyMatch(value -> says(value, text));
      case ListNode list -> list.items().stream().anyMatch(item -> says(item, text));
      case ScalarNode scalar -> scalar.text().equals(text);
    };
  }
}
