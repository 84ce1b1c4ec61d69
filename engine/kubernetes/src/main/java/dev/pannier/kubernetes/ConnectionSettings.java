package dev.pannier.kubernetes;

import java.util.List;

/**
 * How to reach an API server, as {@code kubectl} and Helm let their users say it. What is empty is
 * taken from the kubeconfig file, and where none is found, from the pod that this runs in.
 *
 * @param kubeconfig files, separated as {@code $KUBECONFIG} has them; empty for {@code
 *     ~/.kube/config}
 * @param context of the kubeconfig file; empty for its current one
 * @param server the API server's address
 * @param token a bearer token
 * @param caFile the certificates to trust
 * @param tlsServerName the name to check the server's certificate against
 * @param insecure whether the server's certificate is not checked
 * @param asUser whom to impersonate
 * @param asGroups the groups to impersonate
 * @param queriesPerSecond how many requests a second, on average
 * @param burst how many at once
 */
public record ConnectionSettings(
    String kubeconfig,
    String context,
    String server,
    String token,
    String caFile,
    String tlsServerName,
    boolean insecure,
    String asUser,
    List<String> asGroups,
    double queriesPerSecond,
    int burst) {

  public ConnectionSettings {
    asGroups = List.copyOf(asGroups);
  }
}
