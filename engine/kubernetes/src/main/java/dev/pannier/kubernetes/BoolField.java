package dev.pannier.kubernetes;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.MapNode;

/** A field that is true or not. */
final class BoolField {

  private BoolField() {}

  static boolean isTrue(MapNode content, String key) {
    return content.get(key) instanceof BoolNode bool && bool.value();
  }
}
