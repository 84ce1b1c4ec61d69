package dev.pannier.engine.authoring;

/** What keys mean that are in most charts, for where nobody says it. */
final class KnownTexts {

  private KnownTexts() {}

  /** A sentence; empty where the key is none of them. */
  static String of(KeyPath path) {
    return switch (path.name()) {
      case "nameOverride" -> "Replaces the chart's name in the names of resources.";
      case "fullnameOverride" ->
          "Replaces the release's and the chart's name in those of resources.";
      case "namespaceOverride" -> "Replaces the release's namespace.";
      case "pullPolicy", "imagePullPolicy" -> "When the image is pulled.";
      case "pullSecrets", "imagePullSecrets" -> "Secrets with credentials of the registry.";
      case "replicas", "replicaCount" -> "How many pods.";
      case "nodeSelector" -> "Labels that a node must have.";
      case "priorityClassName" -> "The priority class of the pods.";
      case "podAnnotations" -> "Annotations of the pods.";
      case "podLabels" -> "Labels of the pods.";
      case "terminationGracePeriodSeconds" -> "How long a pod may take to stop.";
      case "revisionHistoryLimit" -> "How many old revisions of the pods are kept.";
      case "storageClass", "storageClassName" -> "The storage class of the volume.";
      default -> inMap(path.parentName(), path.name());
    };
  }

  private static String inMap(String map, String key) {
    return switch (map + "." + key) {
      case "serviceAccount.create" -> "Whether to make a service account.";
      case "serviceAccount.name" -> "The name of the service account.";
      case "serviceAccount.annotations" -> "Annotations of the service account.";
      case "ingress.enabled" -> "Whether to make an Ingress.";
      case "ingress.className" -> "The class of the Ingress.";
      case "ingress.annotations" -> "Annotations of the Ingress.";
      case "ingress.hosts" -> "Names and paths that lead to the Service.";
      case "ingress.tls" -> "Certificates, and the names they are for.";
      case "service.type" -> "The type of the Service.";
      case "service.port" -> "The port of the Service.";
      case "service.annotations" -> "Annotations of the Service.";
      case "autoscaling.enabled" -> "Whether to scale by load.";
      case "autoscaling.minReplicas" -> "The least pods.";
      case "autoscaling.maxReplicas" -> "The most pods.";
      default -> "";
    };
  }
}
