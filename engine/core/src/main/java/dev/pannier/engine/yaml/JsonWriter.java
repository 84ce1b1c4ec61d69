package dev.pannier.engine.yaml;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes nodes as JSON; numbers in their written form. */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final JsonStyle style;

  private JsonWriter(JsonStyle style) {
    this.style = style;
  }

  /** A node on one line. */
  public static String write(Node node) {
    return write(node, JsonStyle.COMPACT);
  }

  /** A node in a style, without a final line break. */
  public static String write(Node node, JsonStyle style) {
    JsonWriter writer = new JsonWriter(style);
    writer.node(node, 0);
    return writer.out.toString();
  }

  private void node(Node node, int level) {
    switch (node) {
      case MapNode map -> map(map, level);
      case ListNode list -> list(list, level);
      case TextNode text -> quote(text.text());
      case NumberNode number -> out.append(number.text());
      case BoolNode bool -> out.append(bool.value());
      case NullNode _ -> out.append("null");
    }
  }

  private void map(MapNode map, int level) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    Map<String, Node> entries = style.sorted() ? new TreeMap<>(map.entries()) : map.entries();
    out.append('{');
    Iterator<Map.Entry<String, Node>> each = entries.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Node> entry = each.next();
      lineBreak(level + 1);
      quote(entry.getKey());
      out.append(style.indent().isEmpty() ? ":" : ": ");
      node(entry.getValue(), level + 1);
      if (each.hasNext()) {
        out.append(',');
      }
    }
    lineBreak(level);
    out.append('}');
  }

  private void list(ListNode list, int level) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    Iterator<Node> each = list.iterator();
    while (each.hasNext()) {
      lineBreak(level + 1);
      node(each.next(), level + 1);
      if (each.hasNext()) {
        out.append(',');
      }
    }
    lineBreak(level);
    out.append(']');
  }

  private void lineBreak(int level) {
    if (!style.indent().isEmpty()) {
      out.append('\n').append(style.indent().repeat(level));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    boolean escaped =
        c < 0x20
            || c == '\u2028'
            || c == '\u2029'
            || style.htmlSafe() && (c == '<' || c == '>' || c == '&');
    if (escaped) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
