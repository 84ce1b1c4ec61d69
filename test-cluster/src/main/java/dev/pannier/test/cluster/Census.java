package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All objects of a cluster, of every kind that it serves and lists, but for what comes and goes by
 * itself: events, and the leases of the system.
 */
public final class Census {

  private static final Set<String> RESTLESS = Set.of("events", "componentstatuses");

  private Census() {}

  /** The objects by what they are: {@code deployments.apps shop/web}. */
  public static Map<String, GenericKubernetesResource> of(KubernetesClient client) {
    Map<String, GenericKubernetesResource> all = new TreeMap<>();
    for (ResourceDefinitionContext kind : kinds(client)) {
      for (GenericKubernetesResource object :
          client.genericKubernetesResources(kind).inAnyNamespace().list().getItems()) {
        ObjectMeta metadata = object.getMetadata();
        String namespace = Optional.ofNullable(metadata.getNamespace()).orElse("");
        boolean system = kind.getPlural().equals("leases") && namespace.startsWith("kube-");
        if (!system) {
          all.put(
              name(kind) + " " + (namespace.isEmpty() ? "" : namespace + "/") + metadata.getName(),
              object);
        }
      }
    }
    return all;
  }

  private static String name(ResourceDefinitionContext kind) {
    return kind.getGroup() == null || kind.getGroup().isEmpty()
        ? kind.getPlural()
        : kind.getPlural() + "." + kind.getGroup();
  }

  private static List<ResourceDefinitionContext> kinds(KubernetesClient client) {
    List<ResourceDefinitionContext> kinds = new ArrayList<>(kinds(client, "v1"));
    client
        .getApiGroups()
        .getGroups()
        .forEach(
            group -> kinds.addAll(kinds(client, group.getPreferredVersion().getGroupVersion())));
    return kinds;
  }

  private static List<ResourceDefinitionContext> kinds(KubernetesClient client, String version) {
    List<ResourceDefinitionContext> kinds = new ArrayList<>();
    APIResourceList served = client.getApiResources(version);
    if (served == null) {
      return kinds;
    }
    int slash = version.indexOf('/');
    for (APIResource resource : served.getResources()) {
      if (resource.getVerbs().contains("list")
          && !resource.getName().contains("/")
          && !RESTLESS.contains(resource.getName())) {
        kinds.add(
            new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : version.substring(0, slash))
                .withVersion(version.substring(slash + 1))
                .withPlural(resource.getName())
                .withKind(resource.getKind())
                .withNamespaced(resource.getNamespaced())
                .build());
      }
    }
    return kinds;
  }
}
