package dev.pannier.engine.chart;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Problems;
import dev.pannier.engine.problem.Suggestion;
import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed fields out of a map of Chart.yaml; what has the wrong type goes to the problems, and
 * counts as not given.
 *
 * @param place what the map is, for messages: empty for the file itself, else {@code
 *     dependencies[0].}
 */
record MetadataFields(MapNode map, String place, Problems problems) {

  /** Where the value of a key stands, or the map without it. */
  Location place(String key) {
    Node value = map.get(key);
    return value == null ? map.origin() : value.origin();
  }

  /** A string as written; empty where not given. */
  String text(String key) {
    Node node = map.get(key);
    return node == null ? "" : text(node, place + key);
  }

  /** A string with its white space made plain and what cannot be printed taken out, as in Helm. */
  String line(String key) {
    return printable(text(key));
  }

  private String text(Node node, String name) {
    return switch (node) {
      case TextNode text -> text.text();
      case NullNode _ -> "";
      case NumberNode number -> unquoted(number.text(), number, name);
      case BoolNode bool -> unquoted(bool.text(), bool, name);
      case MapNode _, ListNode _ -> {
        wrongType(node, name, "a string");
        yield "";
      }
    };
  }

  private String unquoted(String text, Node node, String name) {
    problems.add(
        Problem.warning(
                "chart.unquoted-string",
                "`"
                    + name
                    + "` is a string, but `"
                    + text
                    + "` is written as a "
                    + node.typeName()
                    + ".")
            .at(node.origin())
            .hint("Write `\"" + text + "\"`, or other tools may read another text."));
    return text;
  }

  private void wrongType(Node node, String name, String wanted) {
    problems.add(
        Problem.error(
                "chart.wrong-type",
                "`" + name + "` must be " + wanted + ", not a " + node.typeName() + ".")
            .at(node.origin())
            .hint(shape(wanted)));
  }

  private static String shape(String wanted) {
    return switch (wanted) {
      case "a list" -> "Write its items on lines of their own, each after `- `.";
      case "a map" -> "Write `key: value` lines below it.";
      case "a string" -> "Write one text; quote it if it begins with `[` or `{`.";
      default -> "Write it without quotes.";
    };
  }

  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.isWhitespace(c) || !Character.isISOControl(c))
        .forEach(c -> clean.appendCodePoint(Character.isWhitespace(c) ? ' ' : c));
    return clean.toString();
  }

  /** A boolean; false where not given. */
  boolean flag(String key) {
    Node node = given(key);
    if (node instanceof BoolNode bool) {
      return bool.value();
    }
    if (node != null) {
      wrongType(node, place + key, "true or false");
    }
    return false;
  }

  /** The items of a list; none where not given. */
  List<Node> list(String key) {
    Node node = given(key);
    if (node instanceof ListNode list) {
      return list.items();
    }
    if (node != null) {
      wrongType(node, place + key, "a list");
    }
    return List.of();
  }

  /** What is given for a key; a null counts as nothing. */
  private @Nullable Node given(String key) {
    Node node = map.get(key);
    return node instanceof NullNode ? null : node;
  }

  /** A list of strings. */
  List<String> lines(String key) {
    List<String> lines = new ArrayList<>();
    List<Node> items = list(key);
    for (int i = 0; i < items.size(); i++) {
      lines.add(printable(text(items.get(i), place + key + "[" + i + "]")));
    }
    return lines;
  }

  /** A list of maps; items that are none are left out. */
  List<MetadataFields> maps(String key) {
    List<MetadataFields> maps = new ArrayList<>();
    List<Node> items = list(key);
    for (int i = 0; i < items.size(); i++) {
      String name = place + key + "[" + i + "]";
      if (items.get(i) instanceof MapNode item) {
        maps.add(new MetadataFields(item, name + ".", problems));
      } else {
        wrongType(items.get(i), name, "a map");
      }
    }
    return maps;
  }

  /** A map of strings. */
  Map<String, String> strings(String key) {
    Map<String, String> strings = new LinkedHashMap<>();
    Node node = given(key);
    if (node instanceof MapNode found) {
      found.entries().forEach((name, one) -> strings.put(name, text(one, key + "." + name)));
    } else if (node != null) {
      wrongType(node, place + key, "a map");
    }
    return strings;
  }

  /** Warns of keys that mean nothing here. */
  void expectOnly(Set<String> known) {
    for (String key : map.keys()) {
      if (!known.contains(key)) {
        problems.add(
            Problem.warning("chart.unknown-field", "`" + place + key + "` means nothing here.")
                .at(map.keyOrigin(key))
                .hint(Suggestion.didYouMean(key, known)));
      }
    }
  }
}
