package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds under which version a cluster serves a kind. */
final class ServedKinds {
  /**
   * Groups that took over kinds of another: the same objects, under a new name
   * (https://kubernetes.io/docs/reference/using-api/deprecation-guide/).
   */
  private static final Set<String> HEIRS = Set.of("apps", "networking.k8s.io", "policy");

  private final List<ResourceId> served = new ArrayList<>();

  /** The kinds that a cluster tells of. */
  ServedKinds(Capabilities capabilities) {
    for (String api : capabilities.apiVersions()) {
      int last = api.lastIndexOf('/');
      String kind = api.substring(last + 1);
      if (last > 0 && Character.isUpperCase(kind.charAt(0))) {
        served.add(new ResourceId(api.substring(0, last), kind, "", ""));
      }
    }
    served.sort(
        Comparator.comparingInt(ServedKinds::remoteness)
            .thenComparing(ResourceId::group)
            .thenComparingInt(each -> instability(each.apiVersion()))
            .thenComparing(ResourceId::apiVersion, Comparator.reverseOrder()));
  }

  /** Groups of Kubernetes itself are meant before those of others. */
  private static int remoteness(ResourceId id) {
    String group = id.group();
    if (group.isEmpty()) {
      return 0;
    }
    return group.indexOf('.') < 0 ? 1 : group.endsWith(".k8s.io") ? 2 : 3;
  }

  private static int instability(String apiVersion) {
    return apiVersion.contains("alpha") ? 2 : apiVersion.contains("beta") ? 1 : 0;
  }

  /** The kind and version that a name means, in any case of letters; a group may be said. */
  Optional<ResourceId> find(Optional<String> group, String kind) {
    return served.stream()
        .filter(each -> each.kind().equalsIgnoreCase(kind))
        .filter(each -> group.isEmpty() || each.group().equals(group.get()))
        .findFirst();
  }

  /** An object under a version that is served, where its own is not served any more. */
  Optional<ResourceId> successor(ResourceId id) {
    return served.stream()
        .filter(each -> each.kind().equals(id.kind()) && isHeir(id.group(), each.group()))
        .findFirst()
        .map(each -> new ResourceId(each.apiVersion(), id.kind(), id.namespace(), id.name()));
  }

  /** Whether objects of a group are now those of another. */
  static boolean isHeir(String group, String heir) {
    return group.equals(heir) || group.equals("extensions") && HEIRS.contains(heir);
  }
}
