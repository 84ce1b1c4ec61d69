package dev.pannier.engine.authoring;

import dev.pannier.engine.problem.Location;
import dev.pannier.engine.problem.Source;
import dev.pannier.engine.yaml.JsonReader;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The text of a schema that is edited in place: what is not touched stays to the blank. */
final class SchemaSource {

  private record Edit(int start, int end, String text) {}

  private final Source source;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final String unit;

  SchemaSource(Source source) {
    this.source = source;
    this.text = source.text();
    lineStarts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lineStarts.add(i + 1);
      }
    }
    this.unit = unit();
  }

  /** What a level is indented by: as in the second line, or by two blanks. */
  private String unit() {
    String second = source.line(2);
    String indent = second.substring(0, second.length() - second.stripLeading().length());
    return indent.isEmpty() ? "  " : indent;
  }

  /**
   * Adds entries behind one that a map has.
   *
   * @param before the key that they come behind; empty for the first place
   */
  void add(MapNode map, String before, Map<String, Node> entries) {
    if (map.isEmpty()) {
      String outer = indent(map.origin());
      String first = "\n" + outer + unit;
      insert(offset(map.origin()) + 1, first + joined(entries, outer + unit) + "\n" + outer);
      return;
    }
    Location sibling = map.keyOrigin(before.isEmpty() ? map.keys().iterator().next() : before);
    String indent = indent(sibling);
    boolean broken = leadsItsLine(sibling);
    String added = broken ? joined(entries, indent) : inline(entries);
    String gap = broken ? "\n" + indent : " ";
    if (before.isEmpty()) {
      insert(offset(map.origin()) + 1, gap + added + ",");
    } else {
      insert(end(map.entries().get(before)), "," + gap + added);
    }
  }

  private String joined(Map<String, Node> entries, String indent) {
    StringJoiner joined = new StringJoiner(",\n" + indent);
    entries.forEach((key, schema) -> joined.add(SchemaText.entry(key, schema, indent, unit)));
    return joined.toString();
  }

  private static String inline(Map<String, Node> entries) {
    String line = SchemaText.inline(MapNode.of(entries));
    return line.substring(2, line.length() - 2);
  }

  /** Puts another value in the place of one. */
  void replace(Location place, Node value) {
    int start = offset(place);
    edits.add(
        new Edit(start, JsonReader.readEmbedded(source, start).end(), SchemaText.inline(value)));
  }

  /** The text with all edits made. */
  String edited() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    List<Edit> ordered = new ArrayList<>(edits);
    // Stable: what is added at one place comes in the order in which it was added.
    ordered.sort(Comparator.comparingInt(Edit::start));
    for (Edit edit : ordered) {
      out.append(text, at, edit.start).append(edit.text);
      at = edit.end;
    }
    return out.append(text, at, text.length()).toString();
  }

  private void insert(int at, String added) {
    edits.add(new Edit(at, at, added));
  }

  private int end(@Nullable Node value) {
    if (value == null) {
      throw new IllegalArgumentException("no such key in this map");
    }
    return JsonReader.readEmbedded(source, offset(value.origin())).end();
  }

  private int offset(Location place) {
    return lineStarts.get(place.line() - 1) + place.column() - 1;
  }

  private boolean leadsItsLine(Location place) {
    return source.line(place.line()).substring(0, place.column() - 1).isBlank();
  }

  private String indent(Location place) {
    String line = source.line(place.line());
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
