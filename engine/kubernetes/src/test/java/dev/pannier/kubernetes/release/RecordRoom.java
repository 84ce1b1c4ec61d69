package dev.pannier.kubernetes.release;

import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The shared API server as a place for records: emptied before each test of a store. */
final class RecordRoom {

  private static final String RECORDS = "owner in (helm,pannier)";
  private static final String OURS = "app.kubernetes.io/managed-by=pannier";

  /** No machine that anybody's process could be looked up on. */
  static final Machine ELSEWHERE = new Machine("");

  private RecordRoom() {}

  static ControlPlane emptied() {
    ControlPlane plane = ControlPlane.assumePresent();
    KubernetesClient client = plane.client();
    for (String selector : new String[] {RECORDS, OURS}) {
      client.secrets().inAnyNamespace().withLabelSelector(selector).delete();
      client.configMaps().inAnyNamespace().withLabelSelector(selector).delete();
    }
    client.leases().inAnyNamespace().withLabelSelector(OURS).delete();
    if (client.namespaces().withName("other").get() == null) {
      client
          .resource(
              new NamespaceBuilder().withNewMetadata().withName("other").endMetadata().build())
          .create();
    }
    return plane;
  }

  static ApiServer server(ControlPlane plane) {
    return new DirectApiServer(plane.server(), plane.token());
  }

  static ClusterReleaseStore store(ApiServer server, RecordKind kind) {
    return new ClusterReleaseStore(
        server,
        kind,
        Clock.systemUTC(),
        time -> Thread.sleep(time.toMillis()),
        RandomGenerator.getDefault(),
        ELSEWHERE);
  }
}
