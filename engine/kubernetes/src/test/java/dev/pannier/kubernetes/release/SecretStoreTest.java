package dev.pannier.kubernetes.release;

import dev.pannier.engine.release.ReleaseStore;
import dev.pannier.engine.release.ReleaseStoreContract;
import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.test.cluster.ControlPlane;
import org.junit.jupiter.api.BeforeEach;

class SecretStoreTest extends ReleaseStoreContract {

  private ApiServer server;
  private ReleaseStore store;

  @BeforeEach
  void empty() {
    ControlPlane plane = RecordRoom.emptied();
    server = RecordRoom.server(plane.kubeconfig());
    store = sameAgain();
  }

  @Override
  protected ReleaseStore store() {
    return store;
  }

  @Override
  protected ReleaseStore sameAgain() {
    return RecordRoom.store(server, RecordKind.SECRET);
  }
}
