package dev.pannier.engine.release;

/** Holds a release for one command; nobody else changes it until this is closed. */
public interface ReleaseLock extends AutoCloseable {

  /** Lets go. */
  @Override
  void close();
}
