package dev.pannier.engine.template.handlebars;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What counts as true: as in Handlebars, and as in Helm an empty map counts as false, since charts
 * write {@code annotations: {}} for none.
 */
final class Truth {

  private Truth() {}

  static boolean of(@Nullable Object value) {
    return value instanceof Node node
        && switch (node) {
          case NullNode _ -> false;
          case BoolNode bool -> bool.value();
          case NumberNode number -> number.toDouble() != 0;
          case TextNode text -> !text.text().isEmpty();
          case ListNode list -> !list.isEmpty();
          case MapNode map -> !map.isEmpty();
        };
  }
}
