package dev.pannier.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeKubeletTest {

  private final ControlPlane plane = ControlPlane.assumePresent();
  private final KubernetesClient client = plane.client();
  private final String namespace = plane.namespace();

  private void create(String yaml) {
    List<HasMetadata> objects =
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
    for (HasMetadata object : objects) {
      client.resource(object).inNamespace(namespace).create();
    }
  }

  private void pod(String tag, String more) {
    create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: web, image: 'example.test/web:%s'%s}]}
        """
            .formatted(tag, more));
  }

  private Pod pod() {
    return client.pods().inNamespace(namespace).withName("web").get();
  }

  private String waiting() {
    return pod().getStatus().getContainerStatuses().stream()
        .map(status -> status.getState().getWaiting())
        .filter(state -> state != null)
        .map(state -> String.valueOf(state.getReason()))
        .findFirst()
        .orElse("");
  }

  private String condition(String type) {
    return pod().getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals(type))
        .map(condition -> condition.getStatus() + " " + condition.getReason())
        .findFirst()
        .orElse("");
  }

  private List<String> events() {
    List<String> reasons = new ArrayList<>();
    for (Event event : client.v1().events().inNamespace(namespace).list().getItems()) {
      reasons.add(event.getInvolvedObject().getName() + " " + event.getReason());
    }
    return reasons;
  }

  private String logs(boolean previous) {
    var container = client.pods().inNamespace(namespace).withName("web");
    return previous ? container.terminated().getLog() : container.getLog();
  }

  @Test
  void a_pod_gets_ready_on_the_node() throws Exception {
    pod("1", "");

    Eventually.holds(() -> assertThat(condition("Ready")).startsWith("True"));
    assertThat(pod().getSpec().getNodeName()).isEqualTo(FakeKubelet.NODE);
    assertThat(pod().getStatus().getPodIP()).startsWith("10.244.");
    assertThat(logs(false)).isEqualTo("starting example.test/web:1 (run 1)\nready\n");
    assertThat(events()).contains("web Scheduled", "web Started");
  }

  @Test
  void a_crash_loops_and_its_restarts_rise() throws Exception {
    pod("1-crash", "");

    Eventually.holds(() -> {
      assertThat(waiting()).isEqualTo("CrashLoopBackOff");
      var status = pod().getStatus().getContainerStatuses().getFirst();
      assertThat(status.getRestartCount()).isGreaterThanOrEqualTo(2);
      assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(1);
    });
    assertThat(logs(true)).contains("fatal: the tag of example.test/web:1-crash says `crash`");
    assertThat(events()).contains("web BackOff");
  }

  @Test
  void a_missing_image_cannot_be_pulled_and_there_are_no_logs() throws Exception {
    pod("missing", "");

    Eventually.holds(() -> assertThat(waiting()).isEqualTo("ImagePullBackOff"));
    assertThatThrownBy(() -> logs(false)).hasMessageContaining("is waiting to start");
    assertThat(events()).contains("web Failed", "web BackOff");
  }

  @Test
  void a_pod_for_which_no_node_has_room_is_left_alone() throws Exception {
    pod("1", ", resources: {requests: {cpu: 65}}");

    Eventually.holds(() -> assertThat(condition("PodScheduled")).isEqualTo("False Unschedulable"));
    assertThat(pod().getSpec().getNodeName()).isNull();
    Eventually.holds(() -> assertThat(events()).contains("web FailedScheduling"));
  }

  @Test
  void a_container_waits_for_the_secret_that_it_needs() throws Exception {
    pod("1", ", envFrom: [{secretRef: {name: keys}}]");
    Eventually.holds(() -> assertThat(waiting()).isEqualTo("CreateContainerConfigError"));

    create("apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\n");

    Eventually.holds(() -> assertThat(condition("Ready")).startsWith("True"));
  }

  @Test
  void a_deleted_pod_is_gone_soon() throws Exception {
    pod("hang", "");
    Eventually.holds(() -> assertThat(condition("Ready")).startsWith("False"));

    client.pods().inNamespace(namespace).withName("web").delete();

    Eventually.holds(() -> assertThat(pod()).isNull());
  }

  @Test
  void jobs_end_well_or_badly() throws Exception {
    create(job("good", "1"));
    create(job("bad", "crash"));

    Eventually.holds(() -> assertThat(ended("good")).isEqualTo("Complete"));
    Eventually.holds(() -> assertThat(ended("bad")).isEqualTo("Failed"));
  }

  private static String job(String name, String tag) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: %s}
    spec:
      backoffLimit: 0
      template:
        spec: {restartPolicy: Never, containers: [{name: web, image: 'example.test/web:%s'}]}
    """
        .formatted(name, tag);
  }

  private String ended(String name) {
    Job job = client.batch().v1().jobs().inNamespace(namespace).withName(name).get();
    return job.getStatus().getConditions().stream()
        .map(condition -> condition.getType())
        .findFirst()
        .orElse("");
  }

  @Test
  void claims_are_bound_as_their_storage_class_says() throws Exception {
    create(claim("now", "standard"));
    create(claim("later", "late"));
    create(claim("never", "broken"));

    Eventually.holds(() -> assertThat(phase("now")).isEqualTo("Bound"));
    Eventually.holds(() -> assertThat(events()).contains("never ProvisioningFailed"));
    assertThat(phase("later")).isEqualTo("Pending");

    create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: web, image: 'example.test/web:1'}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: later}}]
        """);

    Eventually.holds(() -> assertThat(phase("later")).isEqualTo("Bound"));
    Eventually.holds(() -> assertThat(condition("Ready")).startsWith("True"));
  }

  private static String claim(String name, String storageClass) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: %s}
    spec:
      storageClassName: %s
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 1Gi}}
    """
        .formatted(name, storageClass);
  }

  private String phase(String name) {
    PersistentVolumeClaim claim =
        client.persistentVolumeClaims().inNamespace(namespace).withName(name).get();
    return claim.getStatus().getPhase();
  }

  @Test
  void a_load_balancer_gets_an_address_but_for_one_that_is_to_wait() throws Exception {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, annotations: {test.pannier.dev/address: %s}}
        spec: {type: LoadBalancer, ports: [{port: 80}]}
        """;
    create(service.formatted("quick", "any"));
    create(service.formatted("slow", "pending"));

    Eventually.holds(() -> assertThat(addresses("quick")).isEqualTo(1));
    assertThat(addresses("slow")).isZero();
  }

  private int addresses(String name) {
    Service service = client.services().inNamespace(namespace).withName(name).get();
    return service.getStatus().getLoadBalancer().getIngress().size();
  }
}
