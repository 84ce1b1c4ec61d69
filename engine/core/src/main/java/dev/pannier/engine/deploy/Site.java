package dev.pannier.engine.deploy;

import dev.pannier.engine.release.LockHolder;
import dev.pannier.engine.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
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

  /** The same in another way. */
  Site with(DeployOptions other) {
    return new Site(cluster, records, clock, pause, release, holder, other, events);
  }

  /** When all must be done that is not undoing. */
  Instant end() {
    return options.deadline().isZero() ? Instant.MAX : holder.since().plus(options.deadline());
  }

  /** The same, for undoing: what has gone wrong is put right however long that takes. */
  Site unhurried() {
    return new Site(cluster, records, clock, pause, release, holder, options.unhurried(), events);
  }
}
