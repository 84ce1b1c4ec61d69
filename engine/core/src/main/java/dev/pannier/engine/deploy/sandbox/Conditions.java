package dev.pannier.engine.deploy.sandbox;

import dev.pannier.engine.yaml.MapNode;
import java.time.Instant;

/** Makes conditions that keep the time of their last change. */
final class Conditions {

  private Conditions() {}

  static MapNode of(
      MapNode object, Instant now, String type, boolean status, String reason, String message) {
    String word = status ? "True" : "False";
    String since = now.toString();
    for (MapNode old : Tree.maps(object.map("status"), "conditions")) {
      if (old.text("type").filter(type::equals).isPresent()
          && old.text("status").filter(word::equals).isPresent()) {
        since = old.text("lastTransitionTime").orElse(since);
      }
    }
    return Tree.map(
        "type", type,
        "status", word,
        "lastTransitionTime", since,
        "reason", reason,
        "message", message);
  }
}
