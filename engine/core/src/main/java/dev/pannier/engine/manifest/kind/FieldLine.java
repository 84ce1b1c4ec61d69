package dev.pannier.engine.manifest.kind;

import dev.pannier.engine.yaml.MapNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the line of a field; src/main/kinds/compact.py explains how it is written. */
final class FieldLine {

  private boolean required;
  private boolean set;
  private boolean atomic;
  private Map<String, String> keys = Map.of();
  private String unique = "";
  private List<String> values = List.of();
  private List<String> patchStrategies = List.of();
  private String patchKey = "";
  private Span span = Span.ALWAYS;
  private @Nullable ValueForm form;

  private FieldLine() {}

  static Field read(String line) {
    String[] words = line.split(" ");
    FieldLine facts = new FieldLine();
    for (int i = 2; i < words.length; i++) {
      facts.learn(words[i]);
    }
    return facts.field(words[0], FieldType.of(words[1]));
  }

  private void learn(String word) {
    if (word.charAt(0) == Span.MARK) {
      span = Span.read(word);
      return;
    }
    int equals = word.indexOf('=');
    String text = word.substring(equals + 1);
    switch (equals < 0 ? word : word.substring(0, equals)) {
      case "required" -> required = true;
      case "set" -> set = true;
      case "atomic" -> atomic = true;
      case "unique" -> unique = text;
      case "keys" -> keys = keys(text);
      case "enum" -> values = List.of(text.replace("%20", " ").split("\\|"));
      case "patch" -> patchStrategies = List.of(text.split(","));
      case "patchKey" -> patchKey = text;
      case "form" -> form = ValueForm.read(text);
      default -> throw new IllegalStateException("unknown word in the schemas: " + word);
    }
  }

  private static Map<String, String> keys(String text) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String key : text.split(",")) {
      int colon = key.indexOf(':');
      keys.put(
          colon < 0 ? key : key.substring(0, colon), colon < 0 ? "" : key.substring(colon + 1));
    }
    return keys;
  }

  private Field field(String name, FieldType type) {
    boolean merged = patchKey.isEmpty() && keys.size() == 1 && patchStrategies.contains("merge");
    String key = merged ? keys.keySet().iterator().next() : patchKey;
    return new Field(
        name,
        type,
        required,
        keys,
        unique,
        set,
        atomic,
        values,
        patchStrategies,
        key,
        span,
        form,
        MapNode.EMPTY);
  }
}
