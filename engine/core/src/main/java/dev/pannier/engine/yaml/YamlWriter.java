package dev.pannier.engine.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes nodes as YAML, in the style of go-yaml 2 (which Helm's toYaml and kubectl write): blocks
 * indented by two, lists at their key's column, multi-line strings as literal blocks, nothing
 * folded. Stable: the same node gives the same bytes.
 */
public final class YamlWriter {

  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder out;
  private final boolean sorted;
  private final int listIndent;

  private YamlWriter(StringBuilder out, boolean sorted, int listIndent) {
    this.out = out;
    this.sorted = sorted;
    this.listIndent = listIndent;
  }

  /** A document, keys in their order, ending in a line break. */
  public static String write(Node node) {
    StringBuilder out = new StringBuilder();
    block(node, 0, out);
    return out.append('\n').toString();
  }

  /** A document with sorted keys, as Go writes maps, ending in a line break. */
  public static String writeSorted(Node node) {
    StringBuilder out = new StringBuilder();
    new YamlWriter(out, true, 0).value(node, 0);
    return out.append('\n').toString();
  }

  /** The same with lists indented below their keys, as Helm's toYamlPretty writes them. */
  public static String writePretty(Node node) {
    StringBuilder out = new StringBuilder();
    new YamlWriter(out, true, 2).value(node, 0);
    return out.append('\n').toString();
  }

  /**
   * A node in block style at a column; the first line begins where the text ends, and no line break
   * follows the last one.
   */
  public static void block(Node node, int column, StringBuilder out) {
    new YamlWriter(out, false, 0).value(node, column);
  }

  /** A node on one line, in flow style. */
  public static String flow(Node node) {
    StringBuilder out = new StringBuilder();
    flow(node, out);
    return out.toString();
  }

  private static void flow(Node node, StringBuilder out) {
    switch (node) {
      case TextNode text -> out.append(YamlText.inFlow(text.text()));
      case ScalarNode scalar -> out.append(scalar.text());
      case ListNode list -> {
        out.append('[');
        String comma = "";
        for (Node item : list) {
          out.append(comma);
          flow(item, out);
          comma = ", ";
        }
        out.append(']');
      }
      case MapNode map -> {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
          flowKey(entry.getKey(), out.append(comma));
          flow(entry.getValue(), out);
          comma = ", ";
        }
        out.append('}');
      }
    }
  }

  private static void flowKey(String key, StringBuilder out) {
    String written = YamlText.inFlow(key);
    boolean simple = written.length() <= LONGEST_SIMPLE_KEY;
    out.append(simple ? "" : "? ").append(written).append(simple ? ": " : " : ");
  }

  private void value(Node node, int column) {
    switch (node) {
      case MapNode map when !map.isEmpty() -> map(map, column);
      case ListNode list when !list.isEmpty() -> list(list, column);
      case MapNode _ -> out.append("{}");
      case ListNode _ -> out.append("[]");
      case TextNode text -> text(text.text(), column);
      case NumberNode number -> out.append(number.text());
      case BoolNode bool -> out.append(bool.text());
      case NullNode _ -> out.append("null");
    }
  }

  private void map(MapNode map, int column) {
    Iterator<Map.Entry<String, Node>> each = entries(map).iterator();
    while (each.hasNext()) {
      Map.Entry<String, Node> entry = each.next();
      key(entry.getKey(), column);
      if (entry.getValue() instanceof MapNode inner && !inner.isEmpty()) {
        newLine(column + 2);
        map(inner, column + 2);
      } else if (entry.getValue() instanceof ListNode inner && !inner.isEmpty()) {
        newLine(column + listIndent);
        list(inner, column + listIndent);
      } else {
        out.append(' ');
        value(entry.getValue(), column + 2);
      }
      if (each.hasNext()) {
        newLine(column);
      }
    }
  }

  private Collection<Map.Entry<String, Node>> entries(MapNode map) {
    if (!sorted) {
      return map.entries().entrySet();
    }
    List<Map.Entry<String, Node>> entries = new ArrayList<>(map.entries().entrySet());
    entries.sort(Map.Entry.comparingByKey(KeyOrder::compare));
    return entries;
  }

  private void key(String key, int column) {
    String written = key.isEmpty() ? "\"\"" : YamlText.inBlock(key);
    if (written.length() > LONGEST_SIMPLE_KEY) {
      out.append("? ").append(written);
      newLine(column);
    } else {
      out.append(written);
    }
    out.append(':');
  }

  private void list(ListNode list, int column) {
    Iterator<Node> each = list.iterator();
    while (each.hasNext()) {
      out.append("- ");
      value(each.next(), column + 2);
      if (each.hasNext()) {
        newLine(column);
      }
    }
  }

  private void text(String text, int column) {
    if (text.indexOf('\n') >= 0 && YamlText.isLiteral(text)) {
      literal(text, Math.max(column, 2));
    } else {
      out.append(text.isEmpty() ? "\"\"" : YamlText.inBlock(text));
    }
  }

  private void literal(String text, int column) {
    out.append('|');
    if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      out.append('2');
    }
    int content = text.length();
    while (content > 0 && text.charAt(content - 1) == '\n') {
      content--;
    }
    int breaks = text.length() - content;
    if (breaks == 0) {
      out.append('-');
    } else if (breaks > 1 || content == 0) {
      out.append('+');
    }
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      out.append('\n');
      if (end > start) {
        out.append(" ".repeat(column)).append(text, start, end);
      }
      start = end + 1;
    }
  }

  private void newLine(int column) {
    out.append('\n').append(" ".repeat(column));
  }
}
