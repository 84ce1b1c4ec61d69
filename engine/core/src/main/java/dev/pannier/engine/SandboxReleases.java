package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.deploy.Pause;
import dev.pannier.engine.deploy.sandbox.SandboxCluster;
import dev.pannier.engine.manifest.kind.KindSchemas;
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
  private final String kubeVersion;

  /**
   * A sandbox that plays the Kubernetes which templates see where nothing else is said.
   *
   * @param folder need not be there yet
   */
  public SandboxReleases(Path folder) {
    this(folder, KnownApis.KUBE_VERSION);
  }

  /**
   * A sandbox.
   *
   * @param folder need not be there yet
   * @param kubeVersion the version of Kubernetes that it plays: {@code v1.29.3}
   */
  public SandboxReleases(Path folder, String kubeVersion) {
    this.folder = folder;
    this.kubeVersion = kubeVersion;
  }

  /** Where releases are recorded. */
  public ReleaseStore store() {
    return new FolderReleaseStore(folder.resolve(".pannier"));
  }

  /** The cluster. */
  public Cluster cluster(Clock clock, RandomGenerator random) {
    KindSchemas schemas = KindSchemas.at(kubeVersion);
    return new SandboxCluster(
        folder, clock, random, START, schemas, new SandboxObjectCheck(schemas));
  }

  /** The releases of the sandbox. */
  public Releases releases(Pannier pannier, Clock clock, RandomGenerator random, Pause pause) {
    return new Releases(pannier, cluster(clock, random), store(), clock, pause);
  }
}
