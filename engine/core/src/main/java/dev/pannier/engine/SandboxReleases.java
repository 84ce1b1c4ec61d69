package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.deploy.sandbox.SandboxCluster;
import dev.pannier.engine.release.FolderReleaseStore;
import dev.pannier.engine.release.ReleaseStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The embedded cluster: a folder with objects, and beside them the records of releases. */
public final class SandboxReleases {
  /** Long enough to see that something is waited for. */
  private static final Duration START = Duration.ofMillis(500);

  private final Path folder;

  /**
   * A sandbox.
   *
   * @param folder need not be there yet
   */
  public SandboxReleases(Path folder) {
    this.folder = folder;
  }

  /** Where releases are recorded. */
  public ReleaseStore store() {
    return new FolderReleaseStore(folder.resolve(".pannier"));
  }

  /** The cluster. */
  public Cluster cluster(Clock clock, RandomGenerator random) {
    return new SandboxCluster(folder, clock, random, START, new SandboxObjectCheck());
  }

  /** The releases of the sandbox. */
  public Releases releases(Pannier pannier, Clock clock, RandomGenerator random, Pause pause) {
    return new Releases(pannier, cluster(clock, random), store(), clock, pause);
  }
}
