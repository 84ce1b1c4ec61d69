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
    return switch (map) {
      case "serviceAccount" -> ofServiceAccount(key);
      case "ingress" -> ofIngress(key);
      case "service" -> ofService(key);
      case "autoscaling" -> ofAutoscaling(key);
      default -> "";
    };
  }

  private static String ofServiceAccount(String key) {
    return switch (key) {
      case "create" -> "Whether to make a service account.";
      case "name" -> "The name of the service account.";
      case "annotations" -> "Annotations of the service account.";
      default -> "";
    };
  }

  private static String ofIngress(String key) {
    return switch (key) {
      case "enabled" -> "Whether to make an Ingress.";
      case "className" -> "The class of the Ingress.";
      case "annotations" -> "Annotations of the Ingress.";
      case "hosts" -> "Names and paths that lead to the Service.";
      case "tls" -> "Certificates, and the names they are for.";
      default -> "";
    };
  }

  private static String ofService(String key) {
    return switch (key) {
      case "type" -> "The type of the Service.";
      case "port" -> "The port of the Service.";
      case "annotations" -> "Annotations of the Service.";
      default -> "";
    };
  }

  private static String ofAutoscaling(String key) {
    return switch (key) {
      case "enabled" -> "Whether to scale by load.";
      case "minReplicas" -> "The least pods.";
      case "maxReplicas" -> "The most pods.";
      default -> "";
    };
  }
}
