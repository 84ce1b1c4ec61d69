package dev.pannier.engine.charts;

import dev.pannier.engine.yaml.Node;

/** A value as Java would have it in ASCII, so that a failure can be tried again. */
final class Escaped {

  private Escaped() {}

  static String of(Node value) {
    StringBuilder out = new StringBuilder();
    String json = value.toString();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= 0x20 && c < 0x7F) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    return out.toString();
  }
}
