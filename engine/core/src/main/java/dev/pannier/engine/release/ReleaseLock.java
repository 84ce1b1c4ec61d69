package dev.pannier.engine.release;

/** Holds a release for one command; nobody else changes it until this is closed. */
public interface ReleaseLock extends AutoCloseable {

  /**
   * Makes sure that the release still is held. To be called before each phase that writes: whoever
   * was stopped for long, or cut off from the store, may have been taken for dead.
   *
   * @throws dev.pannier.engine.problem.ChartException of reason BUSY when it is held no longer
   */
  void ensureHeld();

  /** Lets go. */
  @Override
  void close();
}
