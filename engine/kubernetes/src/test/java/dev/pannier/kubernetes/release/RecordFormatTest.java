package dev.pannier.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pannier.engine.problem.Severity;
import dev.pannier.engine.release.HelmRecord;
import dev.pannier.engine.release.Release;
import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.Releases;
import dev.pannier.engine.release.Status;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the cluster, as other tools see it. */
class RecordFormatTest {

  private ControlPlane plane;
  private KubernetesClient client;
  private ReleaseStore store;

  @BeforeEach
  void empty() {
    plane = RecordRoom.emptied();
    client = plane.client();
    store = store(RecordKind.SECRET);
  }

  private ReleaseStore store(RecordKind kind) {
    return RecordRoom.store(RecordRoom.server(plane.kubeconfig()), kind);
  }

  private Secret secret(String name) {
    return client.secrets().inNamespace("default").withName(name).get();
  }

  @Test
  void a_secret_has_the_name_the_type_the_labels_and_the_payload_that_helm_gives_it() {
    Release created = store.create(Releases.rich(3, Status.PENDING_UPGRADE));

    Secret secret = secret("sh.helm.release.v1.web.v3");
    assertThat(secret.getType()).isEqualTo("helm.sh/release.v1");
    assertThat(secret.getMetadata().getAnnotations()).isNullOrEmpty();
    assertThat(secret.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(secret.getMetadata().getLabels())
        .containsEntry("team", "blue")
        .containsEntry("name", "web")
        .containsEntry("owner", "helm")
        .containsEntry("status", "pending-upgrade")
        .containsEntry("version", "3")
        .hasSize(6)
        .hasEntrySatisfying("createdAt", at -> assertThat(Long.parseLong(at)).isPositive());
    assertThat(secret.getData()).containsOnlyKeys("release");
    String payload =
        new String(
            Base64.getDecoder().decode(secret.getData().get("release")), StandardCharsets.US_ASCII);
    assertThat(payload).startsWith("H4sIAAAAAAAC/").isEqualTo(HelmRecord.pack(created));
  }

  @Test
  void an_update_says_when_and_keeps_the_status_label_true_to_the_record() {
    Release created = store.create(Releases.rich(3, Status.PENDING_UPGRADE));
    store.update(created.with(Status.DEPLOYED, "done"));

    assertThat(secret("sh.helm.release.v1.web.v3").getMetadata().getLabels())
        .containsEntry("status", "deployed")
        .containsEntry("team", "blue")
        .containsKey("modifiedAt")
        .doesNotContainKey("createdAt");
  }

  @Test
  void a_config_map_holds_the_payload_once_encoded() {
    Release created = store(RecordKind.CONFIG_MAP).create(Releases.rich(1, Status.DEPLOYED));

    ConfigMap map =
        client.configMaps().inNamespace("default").withName("sh.helm.release.v1.web.v1").get();
    assertThat(map.getData()).isEqualTo(Map.of("release", HelmRecord.pack(created)));
    assertThat(store.history(Releases.ID).isEmpty()).isTrue();
  }

  @Test
  void a_broken_record_is_named_and_left_out_of_the_list_and_the_rest_is_there() {
    store.create(Releases.plain(1, Status.SUPERSEDED));
    store.create(Releases.plain(2, Status.DEPLOYED));
    store.create(Releases.plain(3, Status.FAILED));
    store.create(
        Releases.of(dev.pannier.engine.release.ReleaseId.of("other", "api"), 1, Status.DEPLOYED));
    breakRecord("sh.helm.release.v1.web.v3");

    assertThat(store.list("").releases())
        .extracting(each -> each.id() + "")
        .containsExactly("other/api");
    assertThat(store.list("").problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.severity()).isEqualTo(Severity.WARNING);
          assertThat(problem.message())
              .isEqualTo("`Secret default/sh.helm.release.v1.web.v3` holds no release record.");
        });
  }

  @Test
  void an_old_broken_record_does_not_stand_in_the_way() {
    store.create(Releases.plain(1, Status.SUPERSEDED));
    store.create(Releases.plain(2, Status.DEPLOYED));
    breakRecord("sh.helm.release.v1.web.v1");

    assertThat(store.history(Releases.ID).revisions())
        .extracting(Release::revision)
        .containsExactly(2);
    assertThat(store.history(Releases.ID).problems()).hasSize(1);
  }

  private void breakRecord(String name) {
    client
        .secrets()
        .inNamespace("default")
        .withName(name)
        .edit(secret -> {
          secret.setData(Map.of("release", "b29wcw=="));
          return secret;
        });
  }
}
