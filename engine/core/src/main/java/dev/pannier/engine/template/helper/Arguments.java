package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.TextNode;
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
    return switch (at(index)) {
      case TextNode text -> text.text();
      case Node other -> throw wrongType(index, "string", other);
    };
  }

  /** The map at a place; anything else is refused. */
  public MapNode map(int index) {
    return switch (at(index)) {
      case MapNode map -> map;
      case Node other -> throw wrongType(index, "map", other);
    };
  }

  HelperException wrongType(int index, String wanted, Node found) {
    return new HelperException(
        "Argument %d of the helper `%s` must be a %s, but is the %s `%s`."
            .formatted(index + 1, helper, wanted, found.typeName(), found));
  }
}
