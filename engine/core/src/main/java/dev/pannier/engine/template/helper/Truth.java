package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;

/** What counts as true in a template, as in Go's templates and for Sprig's {@code empty}. */
public final class Truth {

  private Truth() {}

  /** False of null, false, 0, the empty string, the empty list and the empty map. */
  public static boolean of(Node node) {
    return switch (node) {
      case MapNode map -> !map.isEmpty();
      case ListNode list -> !list.isEmpty();
      case TextNode text -> !text.text().isEmpty();
      case NumberNode number -> number.decimal().signum() != 0;
      case BoolNode bool -> bool.value();
      case NullNode _ -> false;
    };
  }
}
