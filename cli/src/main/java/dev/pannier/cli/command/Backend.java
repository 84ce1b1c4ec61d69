package dev.pannier.cli.command;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.release.ReleaseStore;

/** Where objects live, and the records of releases. */
interface Backend extends AutoCloseable {

  /** The objects. */
  Cluster cluster();

  /** The records. */
  ReleaseStore store();

  /** Ends what is open to it. */
  @Override
  void close();
}
