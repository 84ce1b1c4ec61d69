package dev.pannier.engine.deploy.readiness;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the parts of an object that tell its state, whatever stands there. */
public record ObjectStatus(MapNode object) {

  public MapNode metadata() {
    return object.map("metadata");
  }

  public MapNode spec() {
    return object.map("spec");
  }

  public MapNode status() {
    return object.map("status");
  }

  /** A label; empty where there is none. */
  public String label(String name) {
    return metadata().map("labels").text(name).orElse("");
  }

  /** An annotation; empty where there is none. */
  public String annotation(String name) {
    return metadata().map("annotations").text(name).orElse("");
  }

  public String uid() {
    return metadata().text("uid").orElse("");
  }

  public String phase() {
    return status().text("phase").orElse("");
  }

  /** Whether it is on its way out. */
  public boolean isLeaving() {
    return metadata().text("deletionTimestamp").isPresent();
  }

  /** A count; what is no whole number is not there. */
  public static OptionalLong count(MapNode map, String key) {
    return map.get(key) instanceof NumberNode number && number.isInteger()
        ? OptionalLong.of(number.integer().longValue())
        : OptionalLong.empty();
  }

  public long inSpec(String key, long otherwise) {
    return count(spec(), key).orElse(otherwise);
  }

  public long inStatus(String key) {
    return count(status(), key).orElse(0);
  }

  /** The condition of a type, unless it tells of an earlier generation. */
  Optional<MapNode> condition(String type) {
    return anyCondition(type).filter(each -> !isOfOtherGeneration(each));
  }

  /** Whether there is a condition of a type, of whatever generation. */
  boolean hasCondition(String type) {
    return anyCondition(type).isPresent();
  }

  private Optional<MapNode> anyCondition(String type) {
    for (Node item : status().list("conditions")) {
      if (item instanceof MapNode map && map.text("type").filter(type::equals).isPresent()) {
        return Optional.of(map);
      }
    }
    return Optional.empty();
  }

  /** Whether the condition of a type has a status: {@code True}, {@code False}. */
  public boolean is(String type, String status) {
    return condition(type).flatMap(each -> each.text("status")).filter(status::equals).isPresent();
  }

  /** Whether the condition of a type gives a reason. */
  public boolean hasReason(String type, String reason) {
    return condition(type).flatMap(each -> each.text("reason")).filter(reason::equals).isPresent();
  }

  /** What a condition says for itself: its message, else its reason. */
  public String told(String type) {
    return condition(type)
        .flatMap(each -> each.text("message").or(() -> each.text("reason")))
        .map(ObjectStatus::phrase)
        .orElse("the condition " + type + " is not met");
  }

  private static String phrase(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** Whether the status tells of an earlier spec. */
  public boolean isStale() {
    return isOfOtherGeneration(status());
  }

  /**
   * Compared as text, since some controllers write their generation as a string (Argo Rollouts).
   */
  private boolean isOfOtherGeneration(MapNode told) {
    return metadata().get("generation") instanceof ScalarNode generation
        && told.get("observedGeneration") instanceof ScalarNode observed
        && !generation.text().equals(observed.text());
  }
}
