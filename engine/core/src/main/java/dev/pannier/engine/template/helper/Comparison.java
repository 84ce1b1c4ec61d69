package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;

/** Orders strings and numbers as Go's templates do, integers and fractions together. */
final class Comparison {

  private Comparison() {}

  /** The order of the first two arguments: negative, zero or positive. */
  static int of(Arguments arguments) {
    Node left = arguments.at(0);
    Node right = arguments.at(1);
    if (left instanceof NumberNode a && right instanceof NumberNode b) {
      return a.decimal().compareTo(b.decimal());
    }
    if (left instanceof TextNode a && right instanceof TextNode b) {
      return ofTexts(a.text(), b.text());
    }
    throw new HelperException(
        "The helper `%s` compares two numbers or two strings, but has the %s `%s` and the %s `%s`."
            .formatted(arguments.helper(), left.typeName(), left, right.typeName(), right));
  }

  /** Whether the first argument equals another one of its type; null equals null alone. */
  static boolean equal(Arguments arguments, Node other) {
    Node first = arguments.at(0);
    if (first instanceof NullNode || other instanceof NullNode) {
      return first instanceof NullNode && other instanceof NullNode;
    }
    boolean comparable = first instanceof ScalarNode && first.typeName().equals(other.typeName());
    if (!comparable) {
      boolean deep = !(first instanceof ScalarNode || other instanceof ScalarNode);
      throw new HelperException(
          "The helper `%s` cannot compare the %s `%s` with the %s `%s`."
              .formatted(arguments.helper(), first.typeName(), first, other.typeName(), other),
          deep ? "Compare lists and maps by `deepEqual`." : "Make texts of both by `toString`.");
    }
    return first.equals(other);
  }

  /** By code points, which is the order of UTF-8 bytes, by which Go sorts. */
  static int ofTexts(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean plain = Character.isSurrogate(x) == Character.isSurrogate(y);
        return plain ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
