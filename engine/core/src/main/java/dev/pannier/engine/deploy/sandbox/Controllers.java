package dev.pannier.engine.deploy.sandbox;

import java.time.Duration;
import java.util.List;

/** The controllers of a cluster, each playing its part until none has anything left to do. */
final class Controllers {

  /** More rounds than any chain of controllers needs at one moment. */
  private static final int ROUNDS = 30;

  /** One controller. */
  interface Controller {

    /** Does what is to be done at this moment. */
    void advance(World world);
  }

  private final List<Controller> all;

  Controllers(Duration start) {
    this.all =
        List.of(
            new GarbageCollector(),
            new DeploymentController(),
            new ReplicaSetController(),
            new StatefulSetController(),
            new DaemonSetController(),
            new JobController(),
            new Kubelet(start),
            new PlainStatuses(start));
  }

  void advance(World world) {
    for (int round = 0; round < ROUNDS; round++) {
      long before = world.changes();
      all.forEach(controller -> controller.advance(world));
      if (world.changes() == before) {
        return;
      }
    }
  }
}
