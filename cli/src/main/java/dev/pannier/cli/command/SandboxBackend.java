package dev.pannier.cli.command;

import dev.pannier.cli.option.RenderFlags;
import dev.pannier.engine.SandboxReleases;
import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.release.ReleaseStore;
import java.nio.file.Path;

/** A folder that plays a cluster. */
final class SandboxBackend implements Backend {
  private final Call call;
  private final SandboxReleases sandbox;

  /** The sandbox of a folder; it plays the Kubernetes that the call names. */
  SandboxBackend(Call call, Path folder) {
    this.call = call;
    String version = RenderFlags.kubeVersion(call.arguments());
    this.sandbox =
        version.isEmpty() ? new SandboxReleases(folder) : new SandboxReleases(folder, version);
  }

  @Override
  public Cluster cluster() {
    return sandbox.cluster(call.shell().clock(), call.shell().random());
  }

  @Override
  public ReleaseStore store() {
    return sandbox.store();
  }

  @Override
  public void close() {
    // Files are open only while they are read or written.
  }
}
