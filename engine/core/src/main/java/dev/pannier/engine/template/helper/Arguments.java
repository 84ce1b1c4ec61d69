package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one call, checked on access: {@code trunc 63 name} has two positional ones,
 * {@code dict name="a"} a named one.
 *
 * @param helper the name it was called by, for messages
 */
public record Arguments(
    String helper, List<Node> positional, Map<String, Node> named, Surroundings surroundings) {

  public int size() {
    return positional.size();
  }

  /** The argument at a place counted from 0, or a HelperException that says how to call it. */
  public Node at(int index) {
    if (index >= positional.size()) {
      throw new HelperException(
          "The helper `%s` needs at least %d argument%s, but has %d."
              .formatted(helper, index + 1, index == 0 ? "" : "s", positional.size()));
    }
    return positional.get(index);
  }

  /** The string at a place; anything else is refused. */
  public String text(int index) {
    if (at(index) instanceof TextNode text) {
      return text.text();
    }
    throw wrongType(index, "string", at(index));
  }

  /** The map at a place, null for an empty one, as in Go; anything else is refused. */
  public MapNode map(int index) {
    if (at(index) instanceof MapNode map) {
      return map;
    }
    if (at(index) instanceof NullNode) {
      return MapNode.EMPTY;
    }
    throw wrongType(index, "map", at(index));
  }

  /** The list at a place; anything else is refused. */
  public ListNode list(int index) {
    if (at(index) instanceof ListNode list) {
      return list;
    }
    throw wrongType(index, "list", at(index));
  }

  /** The list of strings at a place, null for an empty one; anything else is refused. */
  public List<String> texts(int index) {
    if (at(index) instanceof NullNode) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list(index)) {
      if (!(item instanceof TextNode text)) {
        throw wrongType(index, "list of strings", at(index));
      }
      texts.add(text.text());
    }
    return texts;
  }

  /** The boolean at a place; anything else is refused. */
  public boolean bool(int index) {
    if (at(index) instanceof BoolNode bool) {
      return bool.value();
    }
    throw wrongType(index, "boolean", at(index));
  }

  /** The whole number at a place, such as a length; anything else is refused. */
  public int count(int index) {
    if (at(index) instanceof NumberNode number) {
      BigDecimal value = number.decimal();
      if (value.stripTrailingZeros().scale() <= 0
          && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
        return value.intValue();
      }
    }
    throw wrongType(index, "whole number", at(index));
  }

  /** The arguments from a place on. */
  public List<Node> from(int index) {
    return positional.subList(Math.min(index, positional.size()), positional.size());
  }

  /** The last argument. */
  public Node last() {
    return at(Math.max(0, positional.size() - 1));
  }

  HelperException wrongType(int index, String wanted, Node found) {
    return new HelperException(
        "Argument %d of the helper `%s` must be a %s, but is the %s `%s`."
            .formatted(index + 1, helper, wanted, found.typeName(), found));
  }
}
