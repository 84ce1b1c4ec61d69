package dev.pannier.engine.unit;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlWriter;

/** Data in messages: on one line, and short. */
final class Wording {
  private static final int MOST = 80;

  private Wording() {}

  /** As YAML, with the quotes that tell a string from a number: {@code `"80"`}. */
  static String of(Node node) {
    return "`" + shortened(written(node)) + "`";
  }

  private static String written(Node node) {
    boolean plain = node instanceof TextNode text && text.text().indexOf('\n') < 0;
    String yaml = plain ? YamlWriter.write(node).stripTrailing() : YamlWriter.flow(node);
    return yaml.replace("\n", "\\n");
  }

  private static String shortened(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
    return text.substring(0, end) + "…";
  }
}
