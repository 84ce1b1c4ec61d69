package dev.pannier.engine.deploy;

import dev.pannier.engine.manifest.kind.Quantity;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Whether two scalars say the same to an API server, which writes quantities in its own way: {@code
 * 1000m} becomes {@code "1"}.
 */
final class SameValue {

  private SameValue() {}

  static boolean of(Node a, Node b) {
    return a.equals(b)
        || a instanceof ScalarNode one
            && b instanceof ScalarNode other
            && isQuantity(one)
            && isQuantity(other)
            && isSameQuantity(one.text(), other.text());
  }

  /** Whether all that one tree says is in another, which may say more. */
  static boolean in(@Nullable Node wanted, @Nullable Node live) {
    if (wanted instanceof NullNode && live == null) {
      return true;
    }
    if (wanted instanceof MapNode map && live instanceof MapNode there) {
      return map.keys().stream().allMatch(key -> in(map.get(key), there.get(key)));
    }
    if (wanted instanceof ListNode list && live instanceof ListNode there) {
      return inOrder(list, there);
    }
    return wanted instanceof ScalarNode && live != null && of(wanted, live);
  }

  /** Items of others may stand between. */
  private static boolean inOrder(ListNode wanted, ListNode live) {
    Iterator<Node> there = live.iterator();
    for (Node item : wanted) {
      boolean found = false;
      while (!found && there.hasNext()) {
        found = in(item, there.next());
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuantity(ScalarNode scalar) {
    return switch (scalar) {
      case TextNode _, NumberNode _ -> true;
      case BoolNode _, NullNode _ -> false;
    };
  }

  private static boolean isSameQuantity(String one, String other) {
    BigDecimal first = Quantity.value(one);
    BigDecimal second = Quantity.value(other);
    return first != null && second != null && first.compareTo(second) == 0;
  }
}
