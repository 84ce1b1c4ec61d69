package dev.pannier.kubernetes;

import dev.pannier.engine.deploy.Cluster;
import dev.pannier.engine.problem.ChartException;
import dev.pannier.kubernetes.api.ApiServer;
import dev.pannier.kubernetes.api.HttpApiServer;
import dev.pannier.kubernetes.cluster.ApiCluster;
import dev.pannier.kubernetes.cluster.DiscoveryCache;
import java.net.http.HttpClient;

/**
 * A connection to an API server. Opening one asks the server nothing yet; it may run the user's
 * credential plugin.
 */
public final class KubernetesConnection implements AutoCloseable {

  private final Access access;
  private final HttpClient transport;
  private final HttpApiServer server;
  private final ApiCluster cluster;

  private KubernetesConnection(
      Access access, HttpClient transport, HttpApiServer server, ApiCluster cluster) {
    this.access = access;
    this.transport = transport;
    this.server = server;
    this.cluster = cluster;
  }

  /**
   * Opens a connection.
   *
   * @throws ChartException where it is not said which server is meant, or what says it cannot be
   *     used
   */
  public static KubernetesConnection open(ConnectionSettings settings, Surroundings surroundings) {
    Access access = new AccessResolver(settings, surroundings).resolve();
    HttpClients.Opened http = HttpClients.open(access, "pannier");
    HttpApiServer server =
        new HttpApiServer(
            access.address(),
            http.client(),
            settings.queriesPerSecond(),
            settings.burst(),
            surroundings.clock(),
            surroundings.random(),
            surroundings.pause(),
            surroundings.warnings());
    DiscoveryCache cache =
        new DiscoveryCache(
            surroundings.cache(), access.address().uri().toString(), surroundings.clock());
    return new KubernetesConnection(
        access, http.transport(), server, new ApiCluster(server, cache, surroundings.pause()));
  }

  /** The server's objects. */
  public Cluster cluster() {
    return cluster;
  }

  /** The server itself, for what is no object of a release. */
  public ApiServer server() {
    return server;
  }

  /** Where things go of which nobody says where: the namespace of the context, or of the pod. */
  public String namespace() {
    return access.namespace();
  }

  /** The server's address. */
  public String address() {
    return access.address().uri().toString();
  }

  /** The context of the kubeconfig; empty where none is used. */
  public String context() {
    return access.address().context();
  }

  @Override
  public void close() {
    cluster.close();
    server.close();
    transport.shutdownNow();
  }
}
