package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.JsonWriter;
import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes a schema as people do: what fits on a line stands on one, but each property has its own.
 */
final class SchemaText {

  private static final int WIDTH = 100;
  private static final String PROPERTIES = "properties";

  private final StringBuilder out = new StringBuilder();
  private final String unit;

  private SchemaText(String unit) {
    this.unit = unit;
  }

  /** A file, ending in a line break. */
  static String of(MapNode schema) {
    SchemaText text = new SchemaText("  ");
    text.broken(schema, "");
    return text.out.append('\n').toString();
  }

  /**
   * A key and its schema, as they stand among the properties of another.
   *
   * @param indent what the line begins with; it is not written
   * @param unit what each further level is indented by
   */
  static String entry(String key, Node schema, String indent, String unit) {
    SchemaText text = new SchemaText(unit);
    text.entry(Map.entry(key, schema), indent);
    return text.out.toString();
  }

  /** A value on one line. */
  static String inline(Node node) {
    StringBuilder line = new StringBuilder();
    inline(node, line);
    return line.toString();
  }

  private static void inline(Node node, StringBuilder line) {
    switch (node) {
      case MapNode map when map.isEmpty() -> line.append("{}");
      case MapNode map -> {
        String before = "{ ";
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
          line.append(before).append(key(entry.getKey()));
          inline(entry.getValue(), line);
          before = ", ";
        }
        line.append(" }");
      }
      case ListNode list -> {
        line.append('[');
        String before = "";
        for (Node item : list) {
          line.append(before);
          inline(item, line);
          before = ", ";
        }
        line.append(']');
      }
      case ScalarNode scalar -> line.append(JsonWriter.write(scalar));
    }
  }

  private void entry(Map.Entry<String, Node> entry, String indent) {
    String key = key(entry.getKey());
    out.append(key);
    value(entry.getValue(), indent, indent.length() + key.length(), isSet(entry));
  }

  /** A map of schemas, each of which gets a line of its own. */
  private static boolean isSet(Map.Entry<String, Node> entry) {
    return entry.getKey().equals(PROPERTIES) && entry.getValue() instanceof MapNode;
  }

  private void value(Node node, String indent, int column, boolean set) {
    String line = set || hasProperties(node) ? "" : inline(node);
    if (!line.isEmpty() && column + line.length() + 1 <= WIDTH || isAtom(node)) {
      out.append(inline(node));
    } else {
      broken(node, indent);
    }
  }

  private static boolean isAtom(Node node) {
    return node instanceof ScalarNode
        || node instanceof MapNode map && map.isEmpty()
        || node instanceof ListNode list && list.isEmpty();
  }

  private static boolean hasProperties(Node node) {
    return node instanceof MapNode map
        && (map.get(PROPERTIES) instanceof MapNode inner && !inner.isEmpty()
            || map.entries().values().stream().anyMatch(SchemaText::hasProperties));
  }

  private void broken(Node node, String indent) {
    String inner = indent + unit;
    switch (node) {
      case MapNode map -> {
        out.append("{\n");
        Iterator<Map.Entry<String, Node>> each = map.entries().entrySet().iterator();
        while (each.hasNext()) {
          out.append(inner);
          entry(each.next(), inner);
          out.append(each.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
      }
      case ListNode list -> {
        out.append("[\n");
        Iterator<Node> each = list.iterator();
        while (each.hasNext()) {
          out.append(inner);
          value(each.next(), inner, inner.length(), false);
          out.append(each.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append(']');
      }
      case ScalarNode scalar -> out.append(JsonWriter.write(scalar));
    }
  }

  private static String key(String name) {
    return JsonWriter.write(TextNode.of(name)) + ": ";
  }
}
