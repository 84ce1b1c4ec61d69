package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a call gives.
 *
 * @param value null where it fails
 * @param refusal why it fails; empty where it does not, or where that does not matter
 */
record HelperResult(@Nullable Node value, String refusal) {

  static HelperResult of(Node value) {
    return new HelperResult(value, "");
  }

  static HelperResult refused(String message) {
    return new HelperResult(null, message);
  }

  /** Whether both fail, or both give the same. */
  boolean agrees(HelperResult other) {
    return value == null ? other.value == null : value.equals(other.value);
  }

  @Override
  public String toString() {
    return value == null ? "fails: " + refusal : value.toString();
  }
}
