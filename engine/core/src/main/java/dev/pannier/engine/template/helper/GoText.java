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

/**
 * The text of data as Go prints it ({@code %v} and {@code %q}), but for numbers: they keep their
 * written form, so that 1.10 is not 1.1 and a million not 1e+06.
 */
final class GoText {

  private GoText() {}

  /** {@code %v}: {@code web}, {@code [a b]}, {@code map[a:1 b:2]}, {@code <nil>}. */
  static String of(Node node) {
    return switch (node) {
      case TextNode text -> text.text();
      case NumberNode number -> number.text();
      case BoolNode bool -> bool.text();
      case NullNode _ -> "<nil>";
      case MapNode _, ListNode _ -> {
        StringBuilder out = new StringBuilder();
        append(node, out);
        yield out.toString();
      }
    };
  }

  private static void append(Node node, StringBuilder out) {
    switch (node) {
      case ListNode list -> {
        String blank = "";
        out.append('[');
        for (Node item : list) {
          out.append(blank);
          append(item, out);
          blank = " ";
        }
        out.append(']');
      }
      case MapNode map -> {
        String blank = "";
        out.append("map[");
        for (String key : sortedKeys(map)) {
          out.append(blank).append(key).append(':');
          append(map.entries().getOrDefault(key, NullNode.NULL), out);
          blank = " ";
        }
        out.append(']');
      }
      case Node scalar -> out.append(of(scalar));
    }
  }

  /** A map's keys in the order in which Go prints them. */
  static List<String> sortedKeys(MapNode map) {
    List<String> keys = new ArrayList<>(map.keys());
    keys.sort(Comparison::ofTexts);
    return keys;
  }

  /** The name of its Go type, as {@code %T} writes it. */
  static String typeOf(Node node) {
    return switch (node) {
      case MapNode _ -> "map[string]interface {}";
      case ListNode _ -> "[]interface {}";
      case TextNode _ -> "string";
      case NumberNode number -> number.isInteger() ? "int" : "float64";
      case BoolNode _ -> "bool";
      case NullNode _ -> "<nil>";
    };
  }

  /** {@code %q}: a string in Go's double quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(code -> escape(code, out));
    return out.append('"').toString();
  }

  private static void escape(int code, StringBuilder out) {
    switch (code) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0xB -> out.append("\\v");
      default -> {
        if (isPrintable(code)) {
          out.appendCodePoint(code);
        } else if (code < ' ' || code == 0x7F) {
          hex(out.append("\\x"), code, 2);
        } else if (code <= 0xFFFF) {
          hex(out.append("\\u"), code, 4);
        } else {
          hex(out.append("\\U"), code, 8);
        }
      }
    }
  }

  private static void hex(StringBuilder out, int code, int digits) {
    String hex = Integer.toHexString(code);
    out.repeat('0', digits - hex.length()).append(hex);
  }

  /** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the blank. */
  static boolean isPrintable(int code) {
    if (code < 0x7F) {
      return code >= ' ';
    }
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
