package dev.pannier.engine.yaml;

import dev.pannier.engine.problem.ChartException;
import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Problem;
import dev.pannier.engine.problem.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259), each node with its place; of a key that stands twice the last counts. */
public final class JsonReader {

  private final Source source;
  private final String text;

  /** Of a text without a name, such as a server's answer, nobody is told places. */
  private final boolean placed;

  private int at;
  private int line = 1;
  private int lineStart;
  private int depth;

  private JsonReader(Source source) {
    this.source = source;
    this.text = source.text();
    this.placed = !source.name().isEmpty();
  }

  /**
   * Reads one JSON value and nothing after it.
   *
   * @throws ChartException when it is not JSON
   */
  public static Node read(Source source) {
    JsonReader reader = new JsonReader(source);
    reader.blanks();
    Node node = reader.value();
    reader.blanks();
    if (reader.at < reader.text.length()) {
      throw reader.wrong("Something stands after the end of the JSON value.");
    }
    return node;
  }

  /**
   * A value that stands within a longer text.
   *
   * @param node the value
   * @param end the index behind it
   */
  public record Embedded(Node node, int end) {}

  /**
   * Reads one JSON value that stands within a longer text, whatever follows it.
   *
   * @param start where it begins, blanks allowed
   * @throws ChartException when no JSON value stands there
   */
  public static Embedded readEmbedded(Source source, int start) {
    JsonReader reader = new JsonReader(source);
    while (reader.at < start) {
      if (reader.text.charAt(reader.at++) == '\n') {
        reader.line++;
        reader.lineStart = reader.at;
      }
    }
    reader.blanks();
    return new Embedded(reader.value(), reader.at);
  }

  private Node value() {
    Location place = place();
    if (at >= text.length()) {
      throw wrong("The JSON ends where a value must stand.");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> nested(place, true);
      case '[' -> nested(place, false);
      case '"' -> new TextNode(string(), place);
      case 't' -> word("true", new BoolNode(true, place));
      case 'f' -> word("false", new BoolNode(false, place));
      case 'n' -> word("null", new NullNode(place));
      default -> number(place);
    };
  }

  private Node nested(Location place, boolean map) {
    if (++depth > YamlReader.MAX_DEPTH) {
      throw wrong("The JSON is nested deeper than " + YamlReader.MAX_DEPTH + " levels.");
    }
    Node node = map ? map(place) : list(place);
    depth--;
    return node;
  }

  private MapNode map(Location place) {
    Map<String, Node> entries = new LinkedHashMap<>();
    Map<String, Location> keyOrigins = placed ? new HashMap<>() : Map.of();
    at++;
    blanks();
    if (skip('}')) {
      return MapNode.read(entries, keyOrigins, place);
    }
    do {
      blanks();
      refuseEnd('}');
      if (at >= text.length() || text.charAt(at) != '"') {
        throw wrong("A key in double quotes must stand here.");
      }
      Location keyPlace = place();
      String key = string();
      blanks();
      expect(':');
      blanks();
      entries.put(key, value());
      if (placed) {
        keyOrigins.put(key, keyPlace);
      }
      blanks();
    } while (skip(','));
    expect('}');
    return MapNode.read(entries, keyOrigins, place);
  }

  private ListNode list(Location place) {
    List<Node> items = new ArrayList<>();
    at++;
    blanks();
    if (skip(']')) {
      return new ListNode(items, place);
    }
    do {
      blanks();
      refuseEnd(']');
      items.add(value());
      blanks();
    } while (skip(','));
    expect(']');
    return new ListNode(items, place);
  }

  private void refuseEnd(char end) {
    if (at < text.length() && text.charAt(at) == end) {
      throw wrong("A comma stands before this `" + end + "`, and JSON allows none there.");
    }
  }

  private Node word(String word, Node node) {
    if (!text.startsWith(word, at)) {
      throw wrong("This is no JSON value.");
    }
    at += word.length();
    return node;
  }

  private NumberNode number(Location place) {
    int start = at;
    skip('-');
    int whole = digits();
    boolean sound = whole > 0 && (whole == 1 || text.charAt(at - whole) != '0');
    if (skip('.')) {
      sound &= digits() > 0;
    }
    if (sound && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (!skip('+')) {
        skip('-');
      }
      int exponent = digits();
      sound = exponent > 0 && exponent < 5;
    }
    if (!sound) {
      at = start;
      throw wrong("This is no JSON value.");
    }
    return new NumberNode(text.substring(start, at), place);
  }

  private int digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - start;
  }

  private String string() {
    at++;
    int start = at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      refuseControl();
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (true) {
      if (at >= text.length()) {
        throw wrong("A string is not closed.");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      refuseControl();
      at++;
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private void refuseControl() {
    if (text.charAt(at) < 0x20) {
      throw wrong("A control character stands in a string; write it as an escape.");
    }
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("`\\" + c + "` is no escape of JSON.");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw wrong("Four hexadecimal digits must follow `\\u`.");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw wrong("A `" + c + "` must stand here.");
    }
  }

  private Location place() {
    return placed ? here() : Location.unknown();
  }

  private Location here() {
    return source.at(line, at - lineStart + 1);
  }

  private ChartException wrong(String message) {
    return Problem.error("json.syntax", message).at(here()).exception();
  }
}
