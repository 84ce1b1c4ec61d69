package dev.pannier.engine;

import java.util.Set;
import java.util.TreeSet;

/** What templates are told of a cluster where none is asked. */
final class KnownApis {
  /** The Kubernetes that Helm 4.2 is built with. */
  static final String KUBE_VERSION = "v1.36.0";

  /** What an API server of that version serves by itself. */
  private static final Set<String> SERVED =
      Set.of(
          "v1",
          "admissionregistration.k8s.io/v1",
          "apiextensions.k8s.io/v1",
          "apiregistration.k8s.io/v1",
          "apps/v1",
          "authentication.k8s.io/v1",
          "authorization.k8s.io/v1",
          "autoscaling/v1",
          "autoscaling/v2",
          "batch/v1",
          "certificates.k8s.io/v1",
          "coordination.k8s.io/v1",
          "discovery.k8s.io/v1",
          "events.k8s.io/v1",
          "flowcontrol.apiserver.k8s.io/v1",
          "networking.k8s.io/v1",
          "node.k8s.io/v1",
          "policy/v1",
          "rbac.authorization.k8s.io/v1",
          "resource.k8s.io/v1",
          "scheduling.k8s.io/v1",
          "storage.k8s.io/v1");

  private KnownApis() {}

  /** Those and more. */
  static Set<String> and(Set<String> more) {
    Set<String> all = new TreeSet<>(SERVED);
    all.addAll(more);
    return all;
  }
}
