package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys whose value goes into a manifest as it is: maps of strings, and structures of Kubernetes.
 * Those stay open: what may stand in them is the cluster's matter, and is checked in the manifests.
 */
final class KnownStructures {

  private KnownStructures() {}

  /** The schema of a key that is one of them, and has nothing else. */
  static Optional<MapNode> of(Place place) {
    if (place.all(MapNode.class::isInstance)) {
      return map(place);
    }
    return place.all(ListNode.class::isInstance) ? list(place) : Optional.empty();
  }

  private static Optional<MapNode> map(Place place) {
    if (place.isCalled("labels", "annotations", "nodeSelector")
        || place.name().equals("matchLabels")) {
      return Optional.of(strings(place));
    }
    if (place.nodes().isEmpty()) {
      return Optional.empty();
    }
    if (place.isCalled("resources") && place.all(node -> isResources((MapNode) node))) {
      return Optional.of(resources(place));
    }
    String kind = kindOfMap(place);
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(Keywords.type("object").with("description", as(kind)).schema());
  }

  /** Strings, and what else already stands where strings should. */
  private static MapNode strings(Place place) {
    Set<String> types = new LinkedHashSet<>(Set.of("string"));
    for (Node node : place.nodes()) {
      types.addAll(ValueTypes.of(((MapNode) node).entries().values()));
    }
    return Keywords.type("object")
        .with(
            "additionalProperties", new Keywords().with("type", ValueTypes.keyword(types)).schema())
        .schema();
  }

  private static boolean isResources(MapNode map) {
    for (var entry : map.entries().entrySet()) {
      switch (entry.getKey()) {
        case "limits", "requests" -> {
          if (!(entry.getValue() instanceof MapNode amounts)
              || !amounts.entries().values().stream().allMatch(KnownStructures::isAmount)) {
            return false;
          }
        }
        case "claims" -> {
          if (!(entry.getValue() instanceof ListNode)) {
            return false;
          }
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isAmount(Node node) {
    return node instanceof NullNode || KnownNumbers.isQuantity(node);
  }

  private static MapNode resources(Place place) {
    Keywords amount = Keywords.of(KnownNumbers.quantity());
    if (place.any(node -> JsonWriter.write(node).contains("null"))) {
      amount.add("type", TextNode.of("null"));
    }
    MapNode amounts =
        Keywords.type("object").with("additionalProperties", amount.schema()).schema();
    return Keywords.type("object")
        .with("description", as("ResourceRequirements"))
        .with(
            "properties",
            new Keywords()
                .with("requests", amounts)
                .with("limits", amounts)
                .with("claims", objects())
                .schema())
        .schema();
  }

  private static MapNode objects() {
    return Keywords.type("array").with("items", Keywords.type("object").schema()).schema();
  }

  private static Optional<MapNode> list(Place place) {
    if (place.items().mayBeNull()) {
      return Optional.empty();
    }
    boolean scalars = place.items().any(ScalarNode.class::isInstance);
    if (place.isCalled("pullSecrets")) {
      Node types =
          place.items().nodes().isEmpty()
              ? ValueTypes.keyword(List.of("string", "object"))
              : ValueTypes.keyword(ValueTypes.of(place.items().nodes()));
      return Optional.of(
          Keywords.type("array")
              .with("items", new Keywords().with("type", types).schema())
              .schema());
    }
    String kind = kindOfItems(place);
    return kind.isEmpty() || scalars || place.items().any(ListNode.class::isInstance)
        ? Optional.empty()
        : Optional.of(Keywords.of(objects()).with("description", "A list of " + as(kind)).schema());
  }

  private static String as(String kind) {
    return "`" + kind + "` of Kubernetes.";
  }

  private static String kindOfMap(Place place) {
    return switch (place.name()) {
      case "resources" -> "ResourceRequirements";
      case "affinity" -> "Affinity";
      case "nodeAffinity" -> "NodeAffinity";
      case "podAffinity" -> "PodAffinity";
      case "podAntiAffinity" -> "PodAntiAffinity";
      case "podSecurityContext" -> "PodSecurityContext";
      case "lifecycle", "lifecycleHooks" -> "Lifecycle";
      case "dnsConfig" -> "PodDNSConfig";
      case "behavior" -> "HorizontalPodAutoscalerBehavior";
      case "seccompProfile" -> "SeccompProfile";
      case String name when name.endsWith("ecurityContext") -> "SecurityContext";
      case String name when name.endsWith("Probe") -> "Probe";
      default -> "";
    };
  }

  private static String kindOfItems(Place place) {
    return switch (place.name()) {
      case "tolerations" -> "Toleration";
      case "topologySpreadConstraints" -> "TopologySpreadConstraint";
      case "hostAliases" -> "HostAlias";
      case "env", "extraEnv", "extraEnvVars" -> "EnvVar";
      case "envFrom", "extraEnvFrom" -> "EnvFromSource";
      case "readinessGates" -> "PodReadinessGate";
      case "volumeClaimTemplates" -> "PersistentVolumeClaim";
      case "tls" -> "IngressTLS";
      case String name when name.endsWith("olumeMounts") -> "VolumeMount";
      case String name when name.endsWith("olumes") -> "Volume";
      case String name when name.endsWith("nitContainers") -> "Container";
      case "containers", "extraContainers", "sidecars" -> "Container";
      default -> "";
    };
  }
}
