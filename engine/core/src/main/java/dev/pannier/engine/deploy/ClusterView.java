package dev.pannier.engine.deploy;

import java.time.Duration;

/**
 * A look at some objects that stays up to date while it is open, so that waiting for them asks the
 * cluster no question over and over.
 */
public interface ClusterView extends ClusterReader, AutoCloseable {

  /**
   * Returns when something of what was looked at may have changed, or after a time.
   *
   * @param pause how time passes where nothing tells of changes
   */
  void await(Duration atMost, Pause pause) throws InterruptedException;

  @Override
  void close();
}
