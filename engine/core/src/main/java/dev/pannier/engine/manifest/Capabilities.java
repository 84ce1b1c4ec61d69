package dev.pannier.engine.manifest;

import java.util.Set;

/**
 * What a cluster can do.
 *
 * @param kubeVersion as it tells it: {@code v1.29.3-gke.1282000}
 * @param apiVersions what it serves, with and without the kind: {@code apps/v1}, {@code
 *     apps/v1/Deployment}
 */
public record Capabilities(String kubeVersion, Set<String> apiVersions) {

  public Capabilities {
    apiVersions = Set.copyOf(apiVersions);
  }
}
