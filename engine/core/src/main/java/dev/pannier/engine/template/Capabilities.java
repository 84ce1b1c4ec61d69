package dev.pannier.engine.template;

import java.util.Set;

/**
 * What the cluster can do, as templates see it.
 *
 * @param kubeVersion {@code v1.36.0}
 * @param apiVersions {@code apps/v1} and {@code apps/v1/Deployment}
 */
public record Capabilities(String kubeVersion, Set<String> apiVersions) {}
