package dev.pannier.engine.deploy.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that every cluster serves, as of Kubernetes 1.36. */
final class BuiltInKinds {

  /**
   * A kind.
   *
   * @param apiVersions the served ones, newest first
   */
  record BuiltIn(String kind, List<String> apiVersions, boolean namespaced) {

    String group() {
      String first = apiVersions.getFirst();
      return first.contains("/") ? first.substring(0, first.indexOf('/')) : "";
    }
  }

  private static final String NAMESPACED =
      """
      v1: Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate \
      ReplicationController ResourceQuota Secret Service ServiceAccount
      apps/v1: ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
      autoscaling/v2 autoscaling/v1: HorizontalPodAutoscaler
      batch/v1: CronJob Job
      coordination.k8s.io/v1: Lease
      discovery.k8s.io/v1: EndpointSlice
      networking.k8s.io/v1: Ingress NetworkPolicy
      policy/v1: PodDisruptionBudget
      rbac.authorization.k8s.io/v1: Role RoleBinding
      resource.k8s.io/v1: ResourceClaim ResourceClaimTemplate
      storage.k8s.io/v1: CSIStorageCapacity
      """;

  private static final String CLUSTER =
      """
      v1: Namespace Node PersistentVolume
      admissionregistration.k8s.io/v1: MutatingWebhookConfiguration ValidatingAdmissionPolicy \
      ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration
      apiextensions.k8s.io/v1: CustomResourceDefinition
      apiregistration.k8s.io/v1: APIService
      certificates.k8s.io/v1: CertificateSigningRequest
      flowcontrol.apiserver.k8s.io/v1: FlowSchema PriorityLevelConfiguration
      networking.k8s.io/v1: IngressClass IPAddress ServiceCIDR
      node.k8s.io/v1: RuntimeClass
      rbac.authorization.k8s.io/v1: ClusterRole ClusterRoleBinding
      resource.k8s.io/v1: DeviceClass ResourceSlice
      scheduling.k8s.io/v1: PriorityClass
      storage.k8s.io/v1: CSIDriver CSINode StorageClass VolumeAttachment
      """;

  private final Map<String, BuiltIn> kinds = new HashMap<>();

  BuiltInKinds() {
    read(NAMESPACED, true);
    read(CLUSTER, false);
  }

  private void read(String table, boolean namespaced) {
    for (String line : table.split("\n")) {
      int colon = line.indexOf(": ");
      List<String> versions = List.of(line.substring(0, colon).split(" "));
      for (String kind : line.substring(colon + 2).strip().split(" +")) {
        kinds.put(kind, new BuiltIn(kind, versions, namespaced));
      }
    }
  }

  /** A kind of this name, whatever its group; null where none is built in. */
  @Nullable BuiltIn named(String kind) {
    return kinds.get(kind);
  }

  /** Whether a group and kind are built in, in any version. */
  boolean has(String group, String kind) {
    BuiltIn known = kinds.get(kind);
    return known != null && known.group().equals(group);
  }

  /** The names of all kinds. */
  Set<String> names() {
    return kinds.keySet();
  }
}
