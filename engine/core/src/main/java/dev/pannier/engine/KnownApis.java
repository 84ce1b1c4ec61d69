package dev.pannier.engine;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.manifest.Capabilities;
import dev.pannier.engine.manifest.kind.ServedApis;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What templates are told of a cluster, asked or not. */
final class KnownApis {
  /** The Kubernetes that Helm 4.2 is built with. */
  static final String KUBE_VERSION = "v1.36.0";

  private KnownApis() {}

  /**
   * What is said of a version of Kubernetes, else what a cluster says, else the usual.
   *
   * @param kubeVersion empty where none is named
   * @param more API versions to be served beside the others
   */
  static Capabilities of(String kubeVersion, Optional<Cluster> cluster, Set<String> more) {
    if (kubeVersion.isEmpty() && cluster.isPresent()) {
      return with(more, cluster.get().capabilities());
    }
    String version = kubeVersion.isEmpty() ? KUBE_VERSION : kubeVersion;
    return with(more, new Capabilities(version, ServedApis.at(version)));
  }

  private static Capabilities with(Set<String> more, Capabilities served) {
    if (more.isEmpty()) {
      return served;
    }
    Set<String> all = new TreeSet<>(served.apiVersions());
    all.addAll(more);
    return new Capabilities(served.kubeVersion(), all);
  }
}
