package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields that an API server refuses to change once an object is there (the validation code of
 * k8s.io/kubernetes, pkg/apis).
 */
public final class ImmutableFields {

  /** All that may change in the spec of a StatefulSet. */
  private static final Set<String> FREE_IN_STATEFUL_SET =
      Set.of(
          "replicas",
          "ordinals",
          "template",
          "updateStrategy",
          "persistentVolumeClaimRetentionPolicy",
          "minReadySeconds",
          "revisionHistoryLimit");

  private ImmutableFields() {}

  /**
   * The paths of the fields that must be the same in both, key by key.
   *
   * @param object the object as it is
   * @param next the same object as it shall be
   */
  public static List<List<String>> of(MapNode object, MapNode next) {
    String apiVersion = object.text("apiVersion").orElse("");
    return switch (ApiVersion.group(apiVersion) + "/" + object.text("kind").orElse("")) {
      case "apps/Deployment", "apps/DaemonSet", "apps/ReplicaSet" -> in("spec", "selector");
      case "apps/StatefulSet" -> statefulSet(next.map("spec"));
      case "batch/Job" -> in("spec", "template", "selector", "completions");
      case "/Service" -> in("spec", "clusterIP");
      case "/PersistentVolumeClaim" -> in("spec", "storageClassName", "accessModes");
      case "/ConfigMap", "/Secret" -> data(object);
      case "rbac.authorization.k8s.io/RoleBinding",
          "rbac.authorization.k8s.io/ClusterRoleBinding" ->
          List.of(List.of("roleRef"));
      case "storage.k8s.io/StorageClass" ->
          List.of(List.of("provisioner"), List.of("parameters"), List.of("reclaimPolicy"));
      case "apiextensions.k8s.io/CustomResourceDefinition" -> in("spec", "scope");
      default -> List.of();
    };
  }

  private static List<List<String>> data(MapNode object) {
    return object.get("immutable") instanceof BoolNode said && said.value()
        ? List.of(
            List.of("data"),
            List.of("binaryData"),
            List.of("stringData"),
            List.of("immutable"),
            List.of("type"))
        : List.of(List.of("type"));
  }

  private static List<List<String>> statefulSet(MapNode spec) {
    List<List<String>> paths = new ArrayList<>();
    for (String key : spec.keys()) {
      if (!FREE_IN_STATEFUL_SET.contains(key)) {
        paths.add(List.of("spec", key));
      }
    }
    return paths;
  }

  private static List<List<String>> in(String parent, String... keys) {
    List<List<String>> paths = new ArrayList<>();
    for (String key : keys) {
      paths.add(List.of(parent, key));
    }
    return paths;
  }
}
