package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys that take one of a few words of Kubernetes' own. */
final class KnownChoices {

  private static final List<String> SERVICE_TYPES =
      List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
  private static final List<String> ACCESS_MODES =
      List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");
  private static final List<String> STRATEGIES = List.of("RollingUpdate", "Recreate", "OnDelete");

  private KnownChoices() {}

  /** The schema of a key that is one of them, and has nothing else. */
  static Optional<MapNode> of(Place place) {
    for (List<String> words : candidates(place)) {
      if (place.all(node -> isOne(node, words))) {
        List<String> all = new ArrayList<>(words);
        if (place.any(KnownChoices::isEmpty)) {
          all.add("");
        }
        return Optional.of(new Keywords().with("enum", all).schema());
      }
    }
    return Optional.empty();
  }

  private static boolean isOne(Node node, List<String> words) {
    return node instanceof TextNode text && words.contains(text.text()) || isEmpty(node);
  }

  private static boolean isEmpty(Node node) {
    return node instanceof TextNode text && text.text().isEmpty();
  }

  private static List<List<String>> candidates(Place place) {
    return switch (place.name()) {
      case "pullPolicy", "imagePullPolicy" -> List.of(List.of("Always", "IfNotPresent", "Never"));
      case "pathType" -> List.of(List.of("Exact", "Prefix", "ImplementationSpecific"));
      case "restartPolicy" -> List.of(List.of("Always", "OnFailure", "Never"));
      case "concurrencyPolicy" -> List.of(List.of("Allow", "Forbid", "Replace"));
      case "externalTrafficPolicy", "internalTrafficPolicy" -> List.of(List.of("Cluster", "Local"));
      case "sessionAffinity" -> List.of(List.of("None", "ClientIP"));
      case "ipFamilyPolicy" ->
          List.of(List.of("SingleStack", "PreferDualStack", "RequireDualStack"));
      case "podManagementPolicy" -> List.of(List.of("OrderedReady", "Parallel"));
      case "protocol" -> List.of(List.of("TCP", "UDP", "SCTP"));
      case "dnsPolicy" ->
          List.of(List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"));
      case "reclaimPolicy", "persistentVolumeReclaimPolicy" ->
          List.of(List.of("Retain", "Delete", "Recycle"));
      case "volumeBindingMode" -> List.of(List.of("Immediate", "WaitForFirstConsumer"));
      case "whenDeleted", "whenScaled" -> List.of(List.of("Retain", "Delete"));
      case "whenUnsatisfiable" -> List.of(List.of("DoNotSchedule", "ScheduleAnyway"));
      case "accessMode", "accessModes" -> List.of(ACCESS_MODES);
      case "serviceType" -> List.of(SERVICE_TYPES);
      case "type" -> byValue(place);
      default -> List.of();
    };
  }

  /** Much is called `type`: what it is shows by what it says. */
  private static List<List<String>> byValue(Place place) {
    return place.any(node -> node instanceof TextNode text && !text.text().isEmpty())
        ? List.of(SERVICE_TYPES, STRATEGIES)
        : List.of();
  }
}
