package dev.pannier.engine.template.helper;

import dev.pannier.engine.yaml.BoolNode;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.NumberNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes TOML as Helm does (github.com/BurntSushi/toml): plain entries before tables, both sorted,
 * tables indented by their depth, null left out.
 */
final class TomlWriter {

  private final StringBuilder out = new StringBuilder();

  private TomlWriter() {}

  static String write(Node node) {
    refuseNullItems(node);
    TomlWriter writer = new TomlWriter();
    switch (node) {
      case MapNode map -> writer.entries(List.of(), map);
      case ListNode list when isTables(list) ->
          throw new HelperException("A list of maps has no name in TOML: put it into a map.");
      case NullNode _ -> throw new HelperException("TOML has no null.");
      case Node other -> writer.inline(other);
    }
    return writer.out.toString();
  }

  private static void refuseNullItems(Node node) {
    switch (node) {
      case ListNode list -> {
        for (Node item : list) {
          if (item instanceof NullNode) {
            throw new HelperException("A list with null in it cannot be written as TOML.");
          }
          refuseNullItems(item);
        }
      }
      case MapNode map -> map.entries().values().forEach(TomlWriter::refuseNullItems);
      case TextNode _, NumberNode _, BoolNode _, NullNode _ -> {}
    }
  }

  private void entries(List<String> path, MapNode map) {
    for (String key : keys(map, false)) {
      out.repeat(' ', 2 * path.size()).append(name(key)).append(" = ");
      inline(map.entries().getOrDefault(key, NullNode.NULL));
      out.append('\n');
    }
    for (String key : keys(map, true)) {
      List<String> inner = new ArrayList<>(path);
      inner.add(key);
      if (map.get(key) instanceof ListNode list) {
        list.forEach(item -> table(inner, (MapNode) item, "[[", "]]"));
      } else {
        table(inner, map.map(key), "[", "]");
      }
    }
  }

  private void table(List<String> path, MapNode map, String opened, String closed) {
    boolean apart = path.size() == 1 || opened.length() == 2;
    if (apart && !out.isEmpty()) {
      out.append('\n');
    }
    out.repeat(' ', 2 * (path.size() - 1)).append(opened);
    for (int i = 0; i < path.size(); i++) {
      out.append(i == 0 ? "" : ".").append(name(path.get(i)));
    }
    out.append(closed).append('\n');
    entries(path, map);
  }

  private void inline(Node node) {
    switch (node) {
      case TextNode text -> quoted(text.text());
      case BoolNode bool -> out.append(bool.text());
      case NumberNode number -> out.append(number(number));
      case ListNode list -> {
        String comma = "[";
        for (Node item : list) {
          out.append(comma);
          inline(item);
          comma = ", ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case MapNode map -> inlineTable(map);
      case NullNode _ -> throw new IllegalStateException("null was left out before");
    }
  }

  /** With Helm's commas: there is one too many where the last plain entry or table is null. */
  private void inlineTable(MapNode map) {
    List<String> plain = new ArrayList<>(map.keys());
    List<String> tables = new ArrayList<>(map.keys());
    plain.removeIf(key -> isTable(map.get(key)));
    tables.removeIf(key -> !isTable(map.get(key)));
    plain.sort(Comparison::ofTexts);
    tables.sort(Comparison::ofTexts);
    out.append('{');
    inlineEntries(map, plain, !tables.isEmpty());
    inlineEntries(map, tables, false);
    out.append('}');
  }

  private void inlineEntries(MapNode map, List<String> keys, boolean more) {
    for (int i = 0; i < keys.size(); i++) {
      Node value = map.entries().getOrDefault(keys.get(i), NullNode.NULL);
      if (!(value instanceof NullNode)) {
        out.append(name(keys.get(i))).append(" = ");
        inline(value);
        out.append(more || i < keys.size() - 1 ? ", " : "");
      }
    }
  }

  private static List<String> keys(MapNode map, boolean tables) {
    List<String> keys = new ArrayList<>();
    map.entries()
        .forEach((key, value) -> {
          if (!(value instanceof NullNode) && isTable(value) == tables) {
            keys.add(key);
          }
        });
    keys.sort(Comparison::ofTexts);
    return keys;
  }

  private static boolean isTable(@Nullable Node node) {
    return node instanceof MapNode || node instanceof ListNode list && isTables(list);
  }

  private static boolean isTables(ListNode list) {
    for (Node item : list) {
      if (!(item instanceof MapNode)) {
        return false;
      }
    }
    return !list.isEmpty();
  }

  private static String number(NumberNode number) {
    if (number.isInteger()) {
      return number.text();
    }
    String text = GoFloat.format(number, 'g', -1);
    return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
  }

  private static String name(String key) {
    boolean bare = !key.isEmpty();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      bare &= c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }
    if (bare) {
      return key;
    }
    TomlWriter writer = new TomlWriter();
    writer.quoted(key);
    return writer.out.toString();
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7F) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
