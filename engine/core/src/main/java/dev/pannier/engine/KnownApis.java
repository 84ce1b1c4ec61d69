package dev.pannier.engine;

import dev.pannier.engine.manifest.kind.ServedApis;
import java.util.Set;
import java.util.TreeSet;

/** What templates are told of a cluster where none is asked. */
final class KnownApis {
  /** The Kubernetes that Helm 4.2 is built with. */
  static final String KUBE_VERSION = "v1.36.0";

  private KnownApis() {}

  /** What an API server of a version serves by itself, and more. */
  static Set<String> of(String kubeVersion, Set<String> more) {
    Set<String> all = new TreeSet<>(ServedApis.at(kubeVersion));
    all.addAll(more);
    return all;
  }
}
