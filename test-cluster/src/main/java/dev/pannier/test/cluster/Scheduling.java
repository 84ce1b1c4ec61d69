package dev.pannier.test.cluster;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the scheduler would do with a pod: there is one node. */
final class Scheduling {

  private final KubernetesClient client;
  private final Pod pod;

  Scheduling(KubernetesClient client, Pod pod) {
    this.client = client;
    this.pod = pod;
  }

  /** Why the node cannot take it; empty where it can. */
  Optional<String> obstacle() {
    for (Container container : pod.getSpec().getContainers()) {
      if (Fate.of(container.getImage()) == Fate.UNSCHEDULABLE) {
        return Optional.of("1 node(s) had taint {test: }, that the pod didn't tolerate");
      }
    }
    if (wantsAnother(pod.getSpec().getNodeSelector())) {
      return Optional.of("1 node(s) didn't match Pod's node affinity");
    }
    for (Map.Entry<String, Quantity> room : FakeKubelet.ROOM.entrySet()) {
      if (asked(room.getKey()).compareTo(room.getValue().getNumericalAmount()) > 0) {
        return Optional.of("1 Insufficient " + room.getKey());
      }
    }
    return pod.getSpec().getVolumes().stream()
        .map(Volume::getPersistentVolumeClaim)
        .filter(claim -> claim != null)
        .flatMap(claim -> obstacle(claim).stream())
        .findFirst();
  }

  /** Only by what every node is labelled with: nobody labels the node of tests. */
  private static boolean wantsAnother(@Nullable Map<String, String> selector) {
    return selector != null
        && FakeKubelet.LABELS.entrySet().stream()
            .anyMatch(label ->
                !selector.getOrDefault(label.getKey(), label.getValue()).equals(label.getValue()));
  }

  private BigDecimal asked(String resource) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Container container : pod.getSpec().getContainers()) {
      if (container.getResources() != null && container.getResources().getRequests() != null) {
        Quantity asked = container.getResources().getRequests().get(resource);
        sum = asked == null ? sum : sum.add(asked.getNumericalAmount());
      }
    }
    return sum;
  }

  private Optional<String> obstacle(PersistentVolumeClaimVolumeSource volume) {
    PersistentVolumeClaim claim =
        client
            .persistentVolumeClaims()
            .inNamespace(pod.getMetadata().getNamespace())
            .withName(volume.getClaimName())
            .get();
    if (claim == null) {
      return Optional.of("persistentvolumeclaim \"" + volume.getClaimName() + "\" not found");
    }
    if (claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase())) {
      return Optional.empty();
    }
    FakeStorage.choose(client, claim);
    return Optional.of("pod has unbound immediate PersistentVolumeClaims");
  }

  /** Gives the pod to the node. */
  void bind() {
    client
        .bindings()
        .inNamespace(pod.getMetadata().getNamespace())
        .resource(
            new BindingBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .endMetadata()
                .withNewTarget()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(FakeKubelet.NODE)
                .endTarget()
                .build())
        .create();
  }
}
