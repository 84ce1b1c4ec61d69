package dev.pannier.engine.charts;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Two documents that differ by one harmless value show where that value goes: a third document with
 * any other value there must be the same as they are, apart from that value.
 *
 * @param first a harmless value
 * @param second another one of its type
 * @param other the value that is tried, of any type that may stand for theirs
 * @param leeway what a template may do to a text beyond writing it
 */
record Expectation(Node first, Node second, Node other, Leeway leeway) {

  /** Whether a text may stand at a path instead of the one that is expected. */
  @FunctionalInterface
  interface Leeway {
    Leeway NONE = (path, expected, actual) -> false;

    boolean accepts(String path, String expected, String actual);
  }

  /** What is not as expected; empty where all is. */
  String mismatch(Node one, Node two, Node actual) {
    return mismatch("", one, two, actual);
  }

  private String mismatch(String path, Node one, Node two, Node actual) {
    if (one.equals(first) && two.equals(second)) {
      return same(path, other, actual);
    }
    return switch (one) {
      case MapNode map when two instanceof MapNode twin ->
          actual instanceof MapNode third ? maps(path, map, twin, third) : type(path, one, actual);
      case ListNode list when two instanceof ListNode twin ->
          actual instanceof ListNode third
              ? lists(path, list, twin, third)
              : type(path, one, actual);
      case TextNode text when two instanceof TextNode twin ->
          actual instanceof TextNode third
              ? texts(path, text.text(), twin.text(), third.text())
              : type(path, one, actual);
      case Node node when node.equals(two) -> same(path, node, actual);
      case Node node -> throw new IllegalStateException(path + ": " + node + " and " + two);
    };
  }

  private String maps(String path, MapNode one, MapNode two, MapNode actual) {
    MapNode left = one;
    MapNode right = two;
    MapNode third = actual;
    if (first instanceof MapNode added
        && left.entries().entrySet().containsAll(added.entries().entrySet())) {
      for (String key : added.keys()) {
        left = left.without(key);
      }
      for (String key : ((MapNode) second).keys()) {
        right = right.without(key);
      }
      for (var entry : ((MapNode) other).entries().entrySet()) {
        Node there = third.get(entry.getKey());
        if (there == null || !there.equals(entry.getValue())) {
          return path + ": no entry " + entry;
        }
        third = third.without(entry.getKey());
      }
    }
    List<String> keys = new ArrayList<>(left.keys());
    List<String> twins = new ArrayList<>(right.keys());
    List<String> thirds = new ArrayList<>(third.keys());
    if (keys.size() != thirds.size()) {
      return path + ": keys " + thirds + " instead of such as " + keys;
    }
    for (int i = 0; i < keys.size(); i++) {
      String there = path + "." + keys.get(i);
      String wrong = texts(there + " (the key)", keys.get(i), twins.get(i), thirds.get(i));
      if (wrong.isEmpty()) {
        wrong =
            mismatch(
                there,
                left.entries().get(keys.get(i)),
                right.entries().get(twins.get(i)),
                third.entries().get(thirds.get(i)));
      }
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  private String lists(String path, ListNode one, ListNode two, ListNode actual) {
    int added = first instanceof ListNode list ? one.items().indexOf(list.get(0)) : -1;
    int more = added >= 0 ? ((ListNode) other).size() - 1 : 0;
    if (actual.size() != one.size() + more) {
      return path + ": " + actual.size() + " items instead of " + (one.size() + more);
    }
    for (int i = 0, at = 0; i < one.size(); i++, at++) {
      String there = path + "[" + i + "]";
      String wrong;
      if (i == added) {
        Node items = ListNode.of(actual.items().subList(at, at + more + 1));
        wrong = same(there, other, items);
        at += more;
      } else {
        wrong = mismatch(there, one.get(i), two.get(i), actual.get(at));
      }
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  /** Where the text goes through as it is, it must; where the template makes another of it, not. */
  private String texts(String path, String one, String two, String actual) {
    String mark = text(first);
    if (!one.equals(two) && !one.replace(mark, text(second)).equals(two)) {
      return "";
    }
    String expected = one.equals(two) ? one : one.replace(mark, text(other));
    return expected.equals(actual) || leeway.accepts(path, expected, actual)
        ? ""
        : path + ": " + TextNode.of(actual) + " instead of " + TextNode.of(expected);
  }

  private static String text(Node value) {
    return switch (value) {
      case NullNode _ -> "";
      case ScalarNode scalar -> scalar.text();
      case Node collection -> collection.toString();
    };
  }

  private String same(String path, Node expected, Node actual) {
    boolean same =
        expected.getClass() == actual.getClass()
            && expected.equals(actual)
            && (!(expected instanceof ScalarNode scalar)
                || scalar.text().equals(((ScalarNode) actual).text()));
    boolean cut =
        expected instanceof TextNode(String whole, _)
            && actual instanceof TextNode(String text, _)
            && leeway.accepts(path, whole, text);
    return same || cut ? "" : path + ": " + actual + " instead of " + expected;
  }

  private static String type(String path, Node expected, Node actual) {
    return path + ": a " + actual.typeName() + " instead of a " + expected.typeName();
  }
}
