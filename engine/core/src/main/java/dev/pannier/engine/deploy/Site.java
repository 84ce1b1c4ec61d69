package dev.pannier.engine.deploy;

import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import java.time.Clock;
import java.util.function.Consumer;

/** Where an operation takes place: on which release, with what, how, and who watches. */
record Site(
    Cluster cluster,
    Records records,
    Clock clock,
    Pause pause,
    ReleaseId release,
    LockHolder holder,
    DeployOptions options,
    Consumer<DeployEvent> events) {

  void tell(DeployEvent event) {
    events.accept(event);
  }

  /** The same, told to somebody else. */
  Site telling(Consumer<DeployEvent> listener) {
    return new Site(cluster, records, clock, pause, release, holder, options, listener);
  }
}
