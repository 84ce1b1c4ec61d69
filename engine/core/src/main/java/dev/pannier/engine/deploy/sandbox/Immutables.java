package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.deploy.ApplyResult.Cause;
import dev.pannier.engine.deploy.ApplyResult.Refusal;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The fields that cannot change once an object is there. */
final class Immutables {

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

  private Immutables() {}

  static List<Refusal> compare(MapNode live, MapNode wanted) {
    List<Refusal> refusals = new ArrayList<>();
    switch (live.text("kind").orElse("")) {
      case "Deployment", "DaemonSet", "ReplicaSet" ->
          same(live, wanted, refusals, "spec", "selector");
      case "StatefulSet" -> statefulSet(live.map("spec"), wanted.map("spec"), refusals);
      case "Job" -> {
        same(live, wanted, refusals, "spec", "selector");
        same(live, wanted, refusals, "spec", "template");
        same(live, wanted, refusals, "spec", "completions");
      }
      case "Service" -> same(live, wanted, refusals, "spec", "clusterIP");
      case "PersistentVolumeClaim" -> {
        same(live, wanted, refusals, "spec", "storageClassName");
        same(live, wanted, refusals, "spec", "accessModes");
      }
      case "ConfigMap", "Secret" -> data(live, wanted, refusals);
      case "RoleBinding", "ClusterRoleBinding" -> same(live, wanted, refusals, "roleRef");
      case "CustomResourceDefinition" -> same(live, wanted, refusals, "spec", "scope");
      default -> {}
    }
    return refusals;
  }

  private static void data(MapNode live, MapNode wanted, List<Refusal> refusals) {
    if (live.get("immutable") instanceof Node flag && flag.equals(Node.of(true))) {
      same(live, wanted, refusals, "data");
      same(live, wanted, refusals, "binaryData");
      same(live, wanted, refusals, "stringData");
      same(live, wanted, refusals, "immutable");
    }
    same(live, wanted, refusals, "type");
  }

  private static void statefulSet(MapNode live, MapNode wanted, List<Refusal> refusals) {
    for (String key : wanted.keys()) {
      if (!FREE_IN_STATEFUL_SET.contains(key) && !Objects.equals(live.get(key), wanted.get(key))) {
        refusals.add(refusal("spec." + key));
      }
    }
  }

  private static void same(MapNode live, MapNode wanted, List<Refusal> refusals, String... path) {
    if (!Objects.equals(live.at(path), wanted.at(path))) {
      refusals.add(refusal(String.join(".", path)));
    }
  }

  private static Refusal refusal(String path) {
    return new Refusal(
        Cause.IMMUTABLE, path, "This field cannot be changed once the object is there.");
  }
}
