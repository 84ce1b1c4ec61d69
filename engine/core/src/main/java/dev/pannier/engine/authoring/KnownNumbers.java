package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys that take a number of a certain kind, or a quantity of Kubernetes. */
final class KnownNumbers {

  /** Kubernetes' `resource.Quantity`: a decimal with a suffix. */
  static final String QUANTITY = "^[0-9]+(\\.[0-9]+)?([eE][0-9]+|[numkMGTPE]|[KMGTPE]i)?$";

  private static final BigDecimal MOST_PORT = BigDecimal.valueOf(65535);

  private KnownNumbers() {}

  /** The schema of a key that is one of them, and has nothing else. */
  static Optional<MapNode> of(Place place) {
    if (isPort(place) && place.all(node -> isPortNumber(node) || node instanceof TextNode)) {
      boolean zero = place.any(node -> node instanceof NumberNode n && n.decimal().signum() == 0);
      return Optional.of(
          count(place).with("minimum", zero ? 0 : 1).with("maximum", 65535).schema());
    }
    if (isCount(place) && place.all(node -> isCount(node) || isUnset(node))) {
      return Optional.of(count(place).with("minimum", 0).schema());
    }
    if (isShare(place) && place.all(node -> isCount(node) || isUnset(node) || isPercent(node))) {
      return Optional.of(
          new Keywords()
              .with("type", List.of("integer", "string"))
              .with("pattern", place.any(KnownNumbers::isUnset) ? "^([0-9]+%)?$" : "^[0-9]+%$")
              .with("minimum", 0)
              .schema());
    }
    if (isVersion(place)) {
      return Optional.of(new Keywords().with("type", List.of("string", "number")).schema());
    }
    return isQuantity(place) ? Optional.of(quantity()) : Optional.empty();
  }

  /** An integer, or a text too where one stands already: an empty one, or a port's name. */
  private static Keywords count(Place place) {
    List<String> types = new ArrayList<>(List.of("integer"));
    if (place.any(TextNode.class::isInstance)) {
      types.add("string");
    }
    return new Keywords().with("type", ValueTypes.keyword(types));
  }

  private static boolean isPort(Place place) {
    String parent = place.path().parentName();
    return place.isCalled("port") || parent.equals("ports") || parent.endsWith("Ports");
  }

  private static boolean isCount(Place place) {
    return place.isCalled("replicas", "replicaCount", "historyLimit")
        || place.name().endsWith("Seconds")
        || switch (place.name()) {
          case "failureThreshold", "successThreshold", "revisionHistoryLimit" -> true;
          case "backoffLimit", "parallelism", "completions", "concurrency" -> true;
          case "targetCPU", "targetMemory" -> true;
          case "targetCPUUtilizationPercentage", "targetMemoryUtilizationPercentage" -> true;
          default -> false;
        };
  }

  private static boolean isShare(Place place) {
    return switch (place.name()) {
      case "minAvailable", "maxUnavailable", "maxSurge" -> true;
      default -> false;
    };
  }

  /** Versions are texts, but many look like a number. */
  private static boolean isVersion(Place place) {
    return place.isCalled("tag", "version")
        && place.any(NumberNode.class::isInstance)
        && place.all(node -> node instanceof NumberNode || node instanceof TextNode);
  }

  /** A size is a quantity only where it has a unit: it may count anything else. */
  private static boolean isQuantity(Place place) {
    return switch (place.name()) {
      case "cpu", "memory", "storage", "ephemeral-storage", "ephemeralStorage", "sizeLimit" ->
          !place.nodes().isEmpty() && place.all(KnownNumbers::isQuantity);
      default ->
          place.isCalled("size")
              && !place.nodes().isEmpty()
              && place.all(KnownNumbers::isQuantityWithUnit);
    };
  }

  private static boolean isQuantityWithUnit(Node node) {
    return node instanceof TextNode text
        && isQuantity(text)
        && !Character.isDigit(text.text().charAt(text.text().length() - 1));
  }

  static boolean isQuantity(Node node) {
    return switch (node) {
      case NumberNode _ -> true;
      case TextNode text -> text.text().matches(QUANTITY);
      default -> false;
    };
  }

  /** Any quantity. */
  static MapNode quantity() {
    return new Keywords()
        .with("type", List.of("string", "number"))
        .with("pattern", QUANTITY)
        .schema();
  }

  private static boolean isPortNumber(Node node) {
    return isCount(node) && ((NumberNode) node).decimal().compareTo(MOST_PORT) <= 0;
  }

  private static boolean isCount(Node node) {
    return node instanceof NumberNode number
        && number.isInteger()
        && number.decimal().signum() >= 0;
  }

  private static boolean isUnset(Node node) {
    return node instanceof TextNode text && text.text().isEmpty();
  }

  private static boolean isPercent(Node node) {
    return node instanceof TextNode text && text.text().matches("[0-9]+%");
  }
}
