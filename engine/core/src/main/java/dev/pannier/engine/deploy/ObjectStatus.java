package dev.pannier.engine.deploy;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the parts of an object that tell its state, whatever stands there. */
record ObjectStatus(MapNode object) {

  MapNode metadata() {
    return object.map("metadata");
  }

  MapNode spec() {
    return object.map("spec");
  }

  MapNode status() {
    return object.map("status");
  }

  /** A count; what is no whole number is not there. */
  static OptionalLong count(MapNode map, String key) {
    return map.get(key) instanceof NumberNode number && number.isInteger()
        ? OptionalLong.of(number.integer().longValue())
        : OptionalLong.empty();
  }

  long inSpec(String key, long otherwise) {
    return count(spec(), key).orElse(otherwise);
  }

  long inStatus(String key) {
    return count(status(), key).orElse(0);
  }

  /** The condition of a type. */
  Optional<MapNode> condition(String type) {
    for (Node item : status().list("conditions")) {
      if (item instanceof MapNode map && map.text("type").filter(type::equals).isPresent()) {
        return Optional.of(map);
      }
    }
    return Optional.empty();
  }

  /** Whether the condition of a type has a status: {@code True}, {@code False}. */
  boolean is(String type, String status) {
    return condition(type).flatMap(each -> each.text("status")).filter(status::equals).isPresent();
  }

  /** What a condition says for itself: its message, else its reason. */
  String told(String type) {
    return condition(type)
        .flatMap(each -> each.text("message").or(() -> each.text("reason")))
        .map(ObjectStatus::phrase)
        .orElse("the condition " + type + " is not met");
  }

  private static String phrase(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /**
   * Whether the status tells of an earlier spec. Compared as text, since some controllers write
   * their generation as a string (Argo Rollouts).
   */
  boolean isStale() {
    return metadata().get("generation") instanceof ScalarNode generation
        && status().get("observedGeneration") instanceof ScalarNode observed
        && !generation.text().equals(observed.text());
  }
}
