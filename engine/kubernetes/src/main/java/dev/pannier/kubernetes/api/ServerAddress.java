package dev.pannier.kubernetes.api;

import java.net.URI;

/**
 * Which server is meant, and who said so.
 *
 * @param uri its address, without a final slash
 * @param context of the kubeconfig file; empty where none is used
 * @param user of the kubeconfig file; empty where none is used
 * @param origin where the address comes from: a kubeconfig file, a flag, the pod
 */
public record ServerAddress(URI uri, String context, String user, String origin) {

  /** {@code https://10.0.0.1:6443 (context prod)}. */
  @Override
  public String toString() {
    return context.isEmpty() ? "`" + uri + "`" : "`" + uri + "` (context `" + context + "`)";
  }
}
