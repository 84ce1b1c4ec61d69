package dev.pannier.engine.release;

import dev.pannier.engine.yaml.ListNode;
import dev.pannier.engine.yaml.MapNode;
import dev.pannier.engine.yaml.Node;
import dev.pannier.engine.yaml.ScalarNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object field by field, and reads what others built with tolerance. */
final class Fields {

  private final Map<String, Node> fields = new LinkedHashMap<>();

  Fields put(String key, Object value) {
    fields.put(key, Node.of(value));
    return this;
  }

  /** As Go's omitempty: leaves out empty strings, lists and maps, false and 0. */
  Fields putUnlessEmpty(String key, Object value) {
    Node node = Node.of(value);
    boolean empty =
        switch (node) {
          case MapNode map -> map.isEmpty();
          case ListNode list -> list.isEmpty();
          case ScalarNode scalar ->
              scalar.text().isEmpty() || value.equals(false) || value.equals(0);
        };
    if (!empty) {
      fields.put(key, node);
    }
    return this;
  }

  Fields putTime(String key, Optional<Instant> time) {
    time.ifPresent(when -> put(key, when.toString()));
    return this;
  }

  MapNode map() {
    return MapNode.of(fields);
  }

  static String text(MapNode map, String key) {
    return map.get(key) instanceof ScalarNode scalar && !scalar.typeName().equals("null")
        ? scalar.text()
        : "";
  }

  static int number(MapNode map, String key) {
    try {
      return Integer.parseInt(text(map, key));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  static boolean truth(MapNode map, String key) {
    return text(map, key).equals("true");
  }

  static List<String> texts(MapNode map, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : map.list(key)) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  static List<MapNode> maps(MapNode map, String key) {
    List<MapNode> maps = new ArrayList<>();
    for (Node item : map.list(key)) {
      if (item instanceof MapNode inner) {
        maps.add(inner);
      }
    }
    return maps;
  }

  static Map<String, String> textMap(MapNode map) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : map.keys()) {
      texts.put(key, text(map, key));
    }
    return texts;
  }

  /** A time; empty where there is none, or Go's zero. */
  static Optional<Instant> time(MapNode map, String key) {
    try {
      String text = text(map, key);
      return text.isEmpty() || text.startsWith("0001-01-01")
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
