package dev.pannier.engine.unit.property;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes failing values smaller as long as they fail: entries and items go, in halves first
 * (Zeller's delta debugging), then texts become shorter and numbers nearer to 0.
 */
final class Shrinking {
  private static final int MOST_STEPS = 3000;

  private final Predicate<MapNode> fails;
  private int left = MOST_STEPS;

  private Shrinking(Predicate<MapNode> fails) {
    this.fails = fails;
  }

  /** The smallest values that were found to fail. */
  static MapNode of(MapNode values, Predicate<MapNode> fails) {
    Shrinking shrinking = new Shrinking(fails);
    MapNode smaller = values;
    MapNode before;
    do {
      before = smaller;
      smaller = (MapNode) shrinking.smaller(smaller, each -> fails.test((MapNode) each));
    } while (!smaller.equals(before) && shrinking.left > 0);
    return smaller;
  }

  private boolean attempt(Node candidate, Predicate<Node> failsWith) {
    return left-- > 0 && failsWith.test(candidate);
  }

  private Node smaller(Node node, Predicate<Node> failsWith) {
    return switch (node) {
      case MapNode map -> map(map, failsWith);
      case ListNode list -> list(list, failsWith);
      case TextNode text -> text(text, failsWith);
      case NumberNode number -> number(number, failsWith);
      case BoolNode _, NullNode _ -> node;
    };
  }

  private Node map(MapNode map, Predicate<Node> failsWith) {
    List<Map.Entry<String, Node>> kept =
        fewer(List.copyOf(map.entries().entrySet()), some -> attempt(map(some), failsWith));
    MapNode result = map(kept);
    for (Map.Entry<String, Node> entry : kept) {
      MapNode around = result;
      Node value =
          smaller(entry.getValue(), each -> failsWith.test(around.with(entry.getKey(), each)));
      result = result.with(entry.getKey(), value);
    }
    return result;
  }

  private static MapNode map(List<Map.Entry<String, Node>> entries) {
    Map<String, Node> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return MapNode.of(map);
  }

  private Node list(ListNode list, Predicate<Node> failsWith) {
    List<Node> items =
        new ArrayList<>(fewer(list.items(), some -> attempt(ListNode.of(some), failsWith)));
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      Node item =
          smaller(
              items.get(i),
              each -> {
                List<Node> changed = new ArrayList<>(items);
                changed.set(index, each);
                return failsWith.test(ListNode.of(changed));
              });
      items.set(i, item);
    }
    return ListNode.of(items);
  }

  /** As few of the parts as will still do, tried in ever smaller chunks. */
  private <T> List<T> fewer(List<T> parts, Predicate<List<T>> still) {
    List<T> kept = parts;
    for (int chunk = parts.size(); chunk > 0; chunk /= 2) {
      int start = 0;
      while (start < kept.size()) {
        List<T> some = new ArrayList<>(kept.subList(0, start));
        some.addAll(kept.subList(Math.min(kept.size(), start + chunk), kept.size()));
        if (still.test(some)) {
          kept = some;
        } else {
          start += chunk;
        }
      }
    }
    return kept;
  }

  private Node text(TextNode text, Predicate<Node> failsWith) {
    for (String simple : List.of("", "a")) {
      if (text.text().length() > simple.length() && attempt(TextNode.of(simple), failsWith)) {
        return TextNode.of(simple);
      }
    }
    List<Integer> points = text.text().codePoints().boxed().toList();
    List<Integer> kept = fewer(points, some -> attempt(text(some), failsWith));
    return plainer(kept, failsWith);
  }

  /** Each character an {@code a}, where that will do. */
  private Node plainer(List<Integer> points, Predicate<Node> failsWith) {
    List<Integer> plain = new ArrayList<>(points);
    for (int i = 0; i < plain.size() && i < 40; i++) {
      int before = plain.set(i, (int) 'a');
      if (before != 'a' && !attempt(text(plain), failsWith)) {
        plain.set(i, before);
      }
    }
    return text(plain);
  }

  private static TextNode text(List<Integer> points) {
    StringBuilder text = new StringBuilder();
    points.forEach(text::appendCodePoint);
    return TextNode.of(text.toString());
  }

  private Node number(NumberNode number, Predicate<Node> failsWith) {
    for (String simple : List.of("0", "1", "-1")) {
      if (number.decimal().compareTo(NumberNode.of(simple).decimal()) == 0) {
        return number;
      }
      if (attempt(NumberNode.of(simple), failsWith)) {
        return NumberNode.of(simple);
      }
    }
    BigInteger failing = number.integer();
    if (!number.isInteger() && !attempt(NumberNode.of(failing.toString()), failsWith)) {
      return number;
    }
    BigInteger passing = BigInteger.ZERO;
    // Halving finds the end of a range, where there is one.
    while (failing.subtract(passing).abs().compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = failing.add(passing).divide(BigInteger.TWO);
      if (attempt(NumberNode.of(middle.toString()), failsWith)) {
        failing = middle;
      } else {
        passing = middle;
      }
    }
    return NumberNode.of(failing.toString());
  }
}
