package dev.pannier.engine.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which kinds are installed and removed (Helm's pkg/release/v1/util/kind_sorter.go).
 * Kinds that it does not know come last, by their names; resources of a kind keep their order.
 */
public final class InstallOrder {

  private static final List<String> INSTALL =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration");

  private static final Map<String, Integer> INSTALL_RANKS = ranks(INSTALL);
  private static final Map<String, Integer> UNINSTALL_RANKS = ranks(uninstall());

  private InstallOrder() {}

  private static Map<String, Integer> ranks(List<String> kinds) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String kind : kinds) {
      ranks.put(kind, ranks.size());
    }
    return ranks;
  }

  /** The reverse, but services go right after ingress classes, as Helm lists it. */
  private static List<String> uninstall() {
    List<String> kinds = new ArrayList<>(INSTALL.reversed());
    kinds.remove("Service");
    kinds.add(kinds.indexOf("IngressClass") + 1, "Service");
    return kinds;
  }

  /** The resources in the order in which they are installed. */
  public static List<Resource> install(List<Resource> resources) {
    return sorted(resources, INSTALL_RANKS);
  }

  /** The resources in the order in which they are removed. */
  public static List<Resource> uninstall(List<Resource> resources) {
    return sorted(resources, UNINSTALL_RANKS);
  }

  /** Hooks in the order in which they run: by weight, then by name, then by kind. */
  public static List<Hook> hooks(List<Hook> hooks) {
    List<Hook> sorted = new ArrayList<>(hooks);
    sorted.sort(InstallOrder::compareHooks);
    return List.copyOf(sorted);
  }

  private static int compareHooks(Hook hook, Hook other) {
    if (hook.weight() != other.weight()) {
      return Integer.compare(hook.weight(), other.weight());
    }
    ResourceId id = hook.resource().id();
    ResourceId otherId = other.resource().id();
    int byName = id.name().compareTo(otherId.name());
    return byName != 0 ? byName : compareKinds(id.kind(), otherId.kind(), INSTALL_RANKS);
  }

  private static List<Resource> sorted(List<Resource> resources, Map<String, Integer> ranks) {
    List<Resource> sorted = new ArrayList<>(resources);
    sorted.sort((one, other) -> compareKinds(one.id().kind(), other.id().kind(), ranks));
    return List.copyOf(sorted);
  }

  /** Which of two kinds is installed first; negative for the first of them. */
  public static int compareKinds(String kind, String other) {
    return compareKinds(kind, other, INSTALL_RANKS);
  }

  /** Kinds that have no rank come last, by their names. */
  private static int compareKinds(String kind, String other, Map<String, Integer> ranks) {
    int rank = ranks.getOrDefault(kind, Integer.MAX_VALUE);
    int otherRank = ranks.getOrDefault(other, Integer.MAX_VALUE);
    return rank == Integer.MAX_VALUE && otherRank == rank
        ? kind.compareTo(other)
        : Integer.compare(rank, otherRank);
  }
}
