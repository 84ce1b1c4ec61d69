package dev.pannier.engine.release;

class MemoryReleaseStoreTest extends ReleaseStoreContract {

  private final ReleaseStore store = new MemoryReleaseStore();

  @Override
  ReleaseStore store() {
    return store;
  }

  @Override
  ReleaseStore sameAgain() {
    return store;
  }
}
