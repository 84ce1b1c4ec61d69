package dev.pannier.engine.release;

class MemoryReleaseStoreTest extends ReleaseStoreContract {

  private final ReleaseStore store = new MemoryReleaseStore();

  @Override
  protected ReleaseStore store() {
    return store;
  }

  @Override
  protected ReleaseStore sameAgain() {
    return store;
  }
}
