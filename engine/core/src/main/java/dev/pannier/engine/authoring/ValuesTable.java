package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.TextNode;
import dev.pannier.engine.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a chart as tables in Markdown, in the order of values.yaml. */
final class ValuesTable {

  private static final String HEAD =
      """
      | Key | Type | Default | Description |
      |---|---|---|---|
      """;

  /** What stands in the place of a table where there is nothing to list. */
  static final String NONE = "The chart has no values.\n";

  private static final int LONGEST_DEFAULT = 60;

  private final ValuesNotes notes;
  private final Map<String, StringBuilder> sections = new LinkedHashMap<>();

  private ValuesTable(ValuesNotes notes) {
    this.notes = notes;
  }

  /**
   * The tables: one, or one for each section that the comments name.
   *
   * @param schema the chart's, or what is inferred
   */
  static String of(MapNode values, MapNode schema, ValuesNotes notes) {
    ValuesTable table = new ValuesTable(notes);
    table.map(values, SchemaView.of(schema), KeyPath.ROOT, "");
    if (table.sections.isEmpty()) {
      return NONE;
    }
    List<String> parts = new ArrayList<>();
    table.sections.forEach((section, rows) ->
        parts.add((section.isEmpty() ? "" : "### " + section + "\n\n") + HEAD + rows));
    return String.join("\n", parts);
  }

  private void map(MapNode map, SchemaView view, KeyPath path, String section) {
    for (var entry : map.entries().entrySet()) {
      KeyPath child = path.child(entry.getKey());
      KeyNote note = notes.of(child);
      if (notes.isSkipped(child)) {
        continue;
      }
      boolean required = isRequired(view, entry.getKey()) && isUnset(entry.getValue());
      String under = note.section().isEmpty() ? section : note.section();
      value(entry.getValue(), view.property(entry.getKey()), child, under, required);
    }
  }

  private static boolean isRequired(SchemaView view, String key) {
    return view.schema().list("required").items().contains(TextNode.of(key));
  }

  private void value(Node value, SchemaView view, KeyPath path, String section, boolean required) {
    KeyNote note = notes.of(path);
    String description = description(path, note, view.schema(), required);
    boolean whole = !(value instanceof MapNode map) || !view.lists(map);
    if (whole || !note.shownDefault().isEmpty() && !notes.anyBelow(path)) {
      String shown = shownDefault(note, value);
      row(section, key(path, false), SchemaWords.type(view, value), shown, description);
      return;
    }
    if (path.keys().size() == 1) {
      row(section, key(path, true), "map", "", description);
    } else if (!description.isEmpty()) {
      row(section, key(path, false), "map", "", description);
    }
    map((MapNode) value, view, path, section);
  }

  /** A key; one that leads a group can be linked to, and stands out. */
  private static String key(KeyPath path, boolean leads) {
    String code = Markdown.code(path.toString());
    String anchor = path.name().replaceAll("[^A-Za-z0-9_-]", "-");
    return leads ? "<a id=\"values-" + anchor + "\"></a>**" + code + "**" : code;
  }

  /** What has a default need not be set, even where it must be there. */
  private static boolean isUnset(Node value) {
    return value instanceof NullNode || value instanceof TextNode text && text.text().isEmpty();
  }

  private static String description(KeyPath path, KeyNote note, MapNode schema, boolean required) {
    List<String> told = new ArrayList<>();
    String text =
        note.text().isEmpty()
            ? schema.text("description").orElseGet(() -> KnownTexts.of(path))
            : note.text();
    if (!text.isEmpty()) {
      told.add(Markdown.cell(text));
    }
    if (required) {
      told.add("Required.");
    }
    List<String> constraints = SchemaWords.constraints(schema);
    if (!constraints.isEmpty()
        && !text.isEmpty()
        && ".!?:)`*".indexOf(text.charAt(text.length() - 1)) < 0) {
      told.set(0, told.getFirst() + ".");
    }
    told.addAll(constraints);
    return String.join(" ", told);
  }

  private static String shownDefault(KeyNote note, Node value) {
    if (!note.shownDefault().isEmpty()) {
      return Markdown.cell(note.shownDefault());
    }
    String flow = YamlWriter.flow(value);
    if (flow.length() <= LONGEST_DEFAULT) {
      return Markdown.code(flow);
    }
    return switch (value) {
      case MapNode map -> Markdown.folded(count(map.size(), "key"), YamlWriter.write(map));
      case ListNode list -> Markdown.folded(count(list.size(), "item"), YamlWriter.write(list));
      case TextNode text ->
          Markdown.folded(count((int) text.text().lines().count(), "line"), text.text());
      default -> Markdown.code(flow);
    };
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void row(String section, String key, String type, String shown, String description) {
    sections
        .computeIfAbsent(section, _ -> new StringBuilder())
        .append("| ")
        .append(key)
        .append(" | ")
        .append(type)
        .append(" | ")
        .append(shown)
        .append(" | ")
        .append(description)
        .append(" |\n");
  }
}
