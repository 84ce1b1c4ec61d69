package dev.pannier.engine.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.math.BigDecimal;

/** Turns our nodes into Jackson's, for the schema validator; numbers stay exact. */
final class JsonTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  static JsonNode of(Node node) {
    return switch (node) {
      case MapNode map -> {
        ObjectNode object = NODES.objectNode();
        map.entries().forEach((key, value) -> object.set(key, of(value)));
        yield object;
      }
      case ListNode list -> {
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(item -> array.add(of(item)));
        yield array;
      }
      case TextNode text -> new PlainText(text.text());
      case BoolNode bool -> BooleanNode.valueOf(bool.value());
      case NullNode _ -> NODES.nullNode();
      case NumberNode number -> number(number);
    };
  }

  /** A whole number is one however it is written: the validator compares by class. */
  private static JsonNode number(NumberNode number) {
    if (number.isInteger()) {
      return BigIntegerNode.valueOf(number.integer());
    }
    BigDecimal exact = number.decimal().stripTrailingZeros();
    return exact.scale() <= 0
        ? BigIntegerNode.valueOf(exact.toBigIntegerExact())
        : DecimalNode.valueOf(exact);
  }

  /**
   * A string whose {@code toString} stays away from Jackson's mapper: the validator calls it for
   * each choice of an enum, and the mapper would cost half of a cold check.
   */
  private static final class PlainText extends com.fasterxml.jackson.databind.node.TextNode {

    PlainText(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return '"' + textValue() + '"';
    }
  }
}
