package dev.pannier.kubernetes;

import java.util.List;

/**
 * What can be said of connections without making one; the client's classes stay unloaded.
 *
 * @param names the contexts of the kubeconfig, by name
 * @param namespace where things go of which nobody says where: the namespace of the context, or of
 *     the pod that this runs in; {@code default} where neither says one
 */
public record KubeContexts(List<String> names, String namespace) {

  public KubeContexts {
    names = List.copyOf(names);
  }

  /**
   * Reads the kubeconfig.
   *
   * @throws dev.pannier.engine.problem.ChartException when it cannot be read, or lacks the context
   *     that the settings name
   */
  public static KubeContexts of(ConnectionSettings settings, Surroundings surroundings) {
    KubeConfig config = new AccessResolver(settings, surroundings).kubeConfig();
    String namespace =
        config.isEmpty() && settings.server().isEmpty()
            ? InCluster.access(settings, surroundings).map(Access::namespace).orElse("default")
            : config.context(settings.context()).text("namespace");
    return new KubeContexts(config.contextNames(), namespace.isEmpty() ? "default" : namespace);
  }
}
