package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.Release;
import dev.pannier.kubernetes.ConnectionSettings;
import dev.pannier.kubernetes.KubernetesConnection;
import dev.pannier.kubernetes.Surroundings;
import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.test.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

  static ApiServer server(Path kubeconfig) {
    return server(kubeconfig, "");
  }

  static ApiServer server(Path kubeconfig, String context) {
    return connection(kubeconfig, context).server();
  }

  static KubernetesConnection connection(Path kubeconfig, String context) {
    ConnectionSettings settings =
        new ConnectionSettings(
            kubeconfig.toString(), context, "", "", "", "", false, "", List.of(), 0, 0);
    Path folder = kubeconfig.toAbsolutePath().getParent();
    return KubernetesConnection.open(
        settings,
        new Surroundings(
            Map.of(),
            folder,
            folder,
            Clock.systemUTC(),
            RandomGenerator.getDefault(),
            Thread::sleep,
            _ -> {},
            _ -> {},
            false));
  }

  static ClusterReleaseStore store(ApiServer server, RecordKind kind) {
    return new ClusterReleaseStore(
        server, kind, Clock.systemUTC(), Thread::sleep, RandomGenerator.getDefault(), ELSEWHERE);
  }

  static String recordName(Release release) {
    return RecordFormat.name(release.id(), release.revision());
  }
}
