package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Calls helpers without an engine: {@code {{join ',' (list 1 2)}}}. */
final class Calls {

  private final Surroundings surroundings;
  private String text = "";
  private int at;

  Calls(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    this.surroundings = new Surroundings(clock, random);
  }

  /** What a call gives, as the documentation shows it. */
  static String shown(String template) {
    try {
      return switch (new Calls(1).node(template)) {
        case ScalarNode scalar -> scalar.text();
        case Node node -> YamlWriter.flow(node);
      };
    } catch (HelperException e) {
      return "error: " + e.getMessage();
    }
  }

  static Node call(String helper, List<Node> arguments) {
    return new Calls(1).call(helper, arguments, Map.of());
  }

  Node node(String template) {
    text = template.substring(2, template.length() - 2) + ")";
    at = 0;
    return expression();
  }

  private Node expression() {
    String helper = word();
    List<Node> arguments = new ArrayList<>();
    Map<String, Node> named = new LinkedHashMap<>();
    for (blanks(); text.charAt(at) != ')'; blanks()) {
      int equals = at;
      while (Character.isLetter(text.charAt(equals))) {
        equals++;
      }
      if (equals > at && text.charAt(equals) == '=') {
        String name = text.substring(at, equals);
        at = equals + 1;
        named.put(name, argument());
      } else {
        arguments.add(argument());
      }
    }
    at++;
    return call(helper, arguments, named);
  }

  private Node call(String helper, List<Node> arguments, Map<String, Node> named) {
    HelperSpec spec =
        HelperTable.find(helper)
            .orElseThrow(() -> new HelperException("There is no helper `" + helper + "`."));
    return spec.helper().call(new Arguments(helper, arguments, named, surroundings));
  }

  private Node argument() {
    if (text.charAt(at) == '(') {
      at++;
      return expression();
    }
    if (text.charAt(at) == '\'') {
      int end = text.indexOf('\'', at + 1);
      String literal = text.substring(at + 1, end);
      at = end + 1;
      return TextNode.of(literal);
    }
    String word = word();
    return switch (word) {
      case "true", "false" -> BoolNode.of(word.equals("true"));
      case "null" -> NullNode.NULL;
      default -> NumberNode.of(word);
    };
  }

  private String word() {
    int start = at;
    while (" )".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void blanks() {
    while (text.charAt(at) == ' ') {
      at++;
    }
  }
}
