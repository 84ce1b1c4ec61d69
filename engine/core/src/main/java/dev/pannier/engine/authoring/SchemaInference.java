package dev.pannier.engine.authoring;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.NullNode;
import dev.pannier.engine.yaml.ScalarNode;
import dev.pannier.engine.yaml.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers the schema of values from the values, what is said of them, and their names. */
final class SchemaInference {

  /** Longer defaults tell nobody anything; they stand in values.yaml. */
  private static final int LONGEST_DEFAULT = 200;

  private static final Set<String> OF_TYPE =
      Set.of("type", "enum", "const", "$ref", "anyOf", "oneOf", "allOf");

  private final ValuesNotes notes;
  private final ChartKeys chartKeys;
  private final InferenceReport report;

  SchemaInference(ValuesNotes notes, ChartKeys chartKeys, InferenceReport report) {
    this.notes = notes;
    this.chartKeys = chartKeys;
    this.report = report;
  }

  /** The schema of what stands at a place. */
  MapNode schema(Place place) {
    KeyNote note = notes.of(place.path());
    if (note.isOn(SchemaAnnotation.HIDDEN)) {
      return MapNode.EMPTY;
    }
    Keywords keywords = Keywords.of(inferred(place, note));
    if (place.mayBeNull()) {
      letNullIn(keywords);
    }
    chartKeys.description(place.path()).ifPresent(text -> keywords.with("description", text));
    annotate(keywords, note, place);
    describe(keywords, note, place);
    return keywords.schema();
  }

  private static void letNullIn(Keywords keywords) {
    keywords.add("type", TextNode.of("null"));
    keywords.add("enum", NullNode.NULL);
  }

  private MapNode inferred(Place place, KeyNote note) {
    if (place.path().isRoot()) {
      return map(place);
    }
    Optional<MapNode> known =
        KnownChoices.of(place)
            .or(() -> KnownNumbers.of(place))
            .or(() -> KnownStructures.of(place).map(schema -> withDocumented(schema, place)));
    if (known.isPresent()) {
      return known.get();
    }
    return place.nodes().isEmpty() ? untold(place, note) : byShape(place);
  }

  /** A structure of Kubernetes, with the keys in it that the author tells something of. */
  private MapNode withDocumented(MapNode known, Place place) {
    boolean bare = !known.has("properties") && !known.has("additionalProperties");
    if (!bare || !notes.anyBelow(place.path())) {
      return known;
    }
    Keywords keywords = Keywords.of(known);
    if (known.has("items")) {
      keywords.with("items", schema(place.items()));
    } else {
      keywords.with("properties", MapNode.of(properties(place, Set.of(), true)));
    }
    return keywords.schema();
  }

  /** A null says nothing of its type, unless its comment does. */
  private MapNode untold(Place place, KeyNote note) {
    if (!note.hint().isEmpty()) {
      return Keywords.type(note.hint()).schema();
    }
    boolean told = note.keywords().keys().stream().anyMatch(OF_TYPE::contains);
    if (place.value() instanceof NullNode && !told) {
      report.untold(place);
    }
    return MapNode.EMPTY;
  }

  private MapNode byShape(Place place) {
    Set<String> types = ValueTypes.of(place.nodes());
    report.widened(place, types);
    Keywords keywords = new Keywords().with("type", ValueTypes.keyword(types));
    if (types.contains("array")) {
      Place items = place.items();
      MapNode schema = items.nodes().isEmpty() ? MapNode.EMPTY : schema(items);
      if (!schema.isEmpty()) {
        keywords.with("items", schema);
      }
    }
    if (types.contains("object")) {
      map(place)
          .entries()
          .forEach((name, value) -> {
            if (!name.equals("type")) {
              keywords.with(name, value);
            }
          });
    }
    return keywords.schema();
  }

  private MapNode map(Place place) {
    Keywords keywords = Keywords.type("object");
    if (!place.path().isRoot() && FreeForm.isVariables(place)) {
      return keywords.with("additionalProperties", variable(place)).schema();
    }
    Set<String> asked = chartKeys.below(place.path());
    if (!place.path().isRoot() && asked.isEmpty() && (hasNoKeys(place) || FreeForm.isData(place))) {
      return keywords.schema();
    }
    boolean open = place.open() || chartKeys.isOpen(place.path());
    Map<String, Node> properties = properties(place, asked, open);
    if (!open && isClosed(place)) {
      keywords.with("additionalProperties", false);
    }
    return keywords.with("properties", MapNode.of(properties)).schema();
  }

  private static MapNode variable(Place place) {
    Keywords variable = new Keywords().with("type", List.of("string", "number", "boolean"));
    for (Node node : place.nodes()) {
      if (node instanceof MapNode map && map.entries().containsValue(NullNode.NULL)) {
        variable.add("type", TextNode.of("null"));
        break;
      }
    }
    return variable.schema();
  }

  private boolean isClosed(Place place) {
    if (notes.of(place.path()).isOn(SchemaAnnotation.SKIP_PROPERTIES)) {
      return false;
    }
    Set<String> commented = notes.commentedOut(place.path());
    if (!commented.isEmpty() && !place.path().isRoot()) {
      report.leftOpen(place, commented.iterator().next());
      return false;
    }
    return true;
  }

  /** An empty map is to be filled in; what others fill in are examples. */
  private static boolean hasNoKeys(Place place) {
    return place.open()
        ? place.keys().isEmpty()
        : !(place.value() instanceof MapNode map) || map.isEmpty();
  }

  private Map<String, Node> properties(Place place, Set<String> asked, boolean open) {
    Map<String, Node> properties = new LinkedHashMap<>();
    for (String key : place.keys()) {
      Place child = place.child(key, open);
      if (child.value() == null && !open) {
        report.onlyElsewhere(child);
      }
      properties.put(key, schema(child));
    }
    for (String key : asked) {
      KeyPath path = place.path().child(key);
      properties.putIfAbsent(key, chartKeys.schema(path));
    }
    return properties;
  }

  /** What the author says by annotations goes over what is inferred. */
  private void annotate(Keywords keywords, KeyNote note, Place place) {
    if (note.keywords().keys().stream().anyMatch(OF_TYPE::contains)) {
      for (String name : List.of("type", "enum", "pattern", "minimum", "maximum")) {
        keywords.without(name);
      }
    }
    note.keywords()
        .entries()
        .forEach((name, value) -> {
          if (!SchemaAnnotation.isOurs(name)) {
            keywords.with(name, value);
          }
        });
    List<String> required = new ArrayList<>();
    for (String key : place.keys()) {
      if (notes.of(place.path().child(key)).required()) {
        required.add(key);
      }
    }
    if (!required.isEmpty() && !keywords.has("required")) {
      keywords.with("required", required);
    }
  }

  private void describe(Keywords keywords, KeyNote note, Place place) {
    String text = note.text().isEmpty() ? KnownTexts.of(place.path()) : note.text();
    if (!text.isEmpty() && !place.path().isItem()) {
      keywords.with("description", text);
    }
    Node value = place.value();
    if (value != null && isShown(value, keywords) && !keywords.has("default")) {
      keywords.with("default", value);
    }
  }

  private static boolean isShown(Node value, Keywords keywords) {
    return switch (value) {
      case NullNode _ -> false;
      case ScalarNode scalar -> scalar.text().length() <= LONGEST_DEFAULT;
      case ListNode list -> list.toString().length() <= LONGEST_DEFAULT;
      case MapNode map ->
          !map.isEmpty()
              && !keywords.has("properties")
              && map.toString().length() <= LONGEST_DEFAULT;
    };
  }
}
