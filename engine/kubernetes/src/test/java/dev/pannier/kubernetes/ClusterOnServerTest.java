package dev.pannier.kubernetes;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.ClusterContract;
import dev.pannier.test.cluster.ControlPlane;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a cluster, on a real API server. */
class ClusterOnServerTest extends ClusterContract {

  @TempDir Path home;
  private final ControlPlane plane = ControlPlane.assumePresent();
  private final String namespace = plane.namespace("contract");
  private @org.jspecify.annotations.Nullable KubernetesConnection connection;

  private KubernetesConnection connection() {
    KubernetesConnection open = connection;
    if (open == null) {
      open = KubernetesConnection.open(settings(), surroundings());
      connection = open;
    }
    return open;
  }

  private ConnectionSettings settings() {
    return new ConnectionSettings(
        plane.kubeconfig().toString(), "", "", "", "", "", false, "", List.of(), 1000, 1000);
  }

  private Surroundings surroundings() {
    return new Surroundings(
        Map.of(),
        home,
        home.resolve("cache"),
        Clock.systemUTC(),
        RandomGenerator.getDefault(),
        Thread::sleep,
        _ -> {},
        _ -> {},
        false);
  }

  @AfterEach
  void close() {
    connection().close();
  }

  @Override
  protected Cluster cluster() {
    return connection().cluster();
  }

  @Override
  protected String namespace() {
    return namespace;
  }

  @Override
  protected void passTime() throws InterruptedException {
    Thread.sleep(100);
  }
}
