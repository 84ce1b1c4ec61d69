package dev.pannier.test.cluster;

import dev.pannier.test.cluster.Moment.News;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a volume for each claim and removes it after it, for three storage classes: {@code
 * standard}, the default; {@code late}, which waits for the first pod that wants the claim; and
 * {@code broken}, which never makes one and says so.
 */
final class FakeStorage {

  static final String PROVISIONER = "test.pannier.dev/storage";

  private static final String PROVISIONED_BY = "volume.beta.kubernetes.io/storage-provisioner";
  private static final String CHOSEN = "volume.kubernetes.io/selected-node";
  private static final String LATE = "late";
  private static final String BROKEN = "broken";

  private final KubernetesClient client;
  private final EventLog events;

  FakeStorage(KubernetesClient client, EventLog events) {
    this.client = client;
    this.events = events;
  }

  /** Makes the storage classes. */
  void prepare() {
    storageClass("standard", "Immediate", "true");
    storageClass(LATE, "WaitForFirstConsumer", "false");
    storageClass(BROKEN, "Immediate", "false");
  }

  private void storageClass(String name, String mode, String isDefault) {
    client
        .storage()
        .v1()
        .storageClasses()
        .resource(
            new StorageClassBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", isDefault)
                .endMetadata()
                .withProvisioner(PROVISIONER)
                .withVolumeBindingMode(mode)
                .build())
        .create();
  }

  /** Tells the volume controller, as a scheduler does, that a pod wants a claim. */
  static void choose(KubernetesClient client, PersistentVolumeClaim claim) {
    if (LATE.equals(claim.getSpec().getStorageClassName()) && !annotated(claim, CHOSEN)) {
      client
          .resource(claim)
          .edit(live ->
              new PersistentVolumeClaimBuilder(live)
                  .editMetadata()
                  .addToAnnotations(CHOSEN, FakeKubelet.NODE)
                  .endMetadata()
                  .build());
    }
  }

  /** A claim came or changed. */
  void provide(PersistentVolumeClaim claim) {
    boolean waiting = claim.getStatus() == null || "Pending".equals(claim.getStatus().getPhase());
    if (!waiting || claim.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    // The volume controller sets it once the claim is to be served.
    String provisioner = annotations(claim).get(PROVISIONED_BY);
    String wanted = Optional.ofNullable(claim.getSpec().getStorageClassName()).orElse("");
    if (!PROVISIONER.equals(provisioner) || wanted.equals(LATE) && !annotated(claim, CHOSEN)) {
      return;
    }
    if (wanted.equals(BROKEN)) {
      events.storage(
          claim, new News(true, "ProvisioningFailed", "This storage class makes no volumes"));
      return;
    }
    try {
      client.resource(volume(claim, wanted)).create();
    } catch (KubernetesClientException e) {
      // It is there from an earlier change of the claim.
      if (e.getCode() != 409) {
        throw e;
      }
    }
  }

  private static PersistentVolume volume(PersistentVolumeClaim claim, String storageClass) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName("pvc-" + claim.getMetadata().getUid())
        .addToAnnotations("pv.kubernetes.io/provisioned-by", PROVISIONER)
        .endMetadata()
        .withNewSpec()
        .withStorageClassName(storageClass)
        .withAccessModes(claim.getSpec().getAccessModes())
        .withCapacity(claim.getSpec().getResources().getRequests())
        .withPersistentVolumeReclaimPolicy("Delete")
        .withNewHostPath("/nowhere", null)
        .withNewClaimRef()
        .withApiVersion("v1")
        .withKind("PersistentVolumeClaim")
        .withNamespace(claim.getMetadata().getNamespace())
        .withName(claim.getMetadata().getName())
        .withUid(claim.getMetadata().getUid())
        .endClaimRef()
        .endSpec()
        .build();
  }

  /** A volume came or changed: one whose claim is gone goes too. */
  void reclaim(PersistentVolume volume) {
    if (volume.getStatus() != null
        && "Released".equals(volume.getStatus().getPhase())
        && volume.getMetadata().getDeletionTimestamp() == null
        && PROVISIONER.equals(annotations(volume).get("pv.kubernetes.io/provisioned-by"))) {
      client.resource(volume).delete();
    }
  }

  private static boolean annotated(HasMetadata object, String annotation) {
    return annotations(object).containsKey(annotation);
  }

  private static Map<String, String> annotations(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getAnnotations()).orElse(Map.of());
  }
}
